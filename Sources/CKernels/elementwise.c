#include "paths.h"
#pragma STDC FP_CONTRACT OFF

RK_INLINE void relu_body(long count, float *x) {
  for (long i = 0; i < count; i++) x[i] = x[i] < 0 ? 0 : x[i];
}

RK_EACH_PATH(relu, (long count, float *x), (count, x))

void rk_relu(rk_path path, long count, float *x) { RK_CALL(path, relu, (count, x)); }

RK_INLINE void relu_gradient_body(long count, const float *restrict activation, float *restrict delta) {
  for (long i = 0; i < count; i++) delta[i] = activation[i] <= 0 ? 0 : delta[i];
}

RK_EACH_PATH(relu_gradient, (long count, const float *activation, float *delta), (count, activation, delta))

void rk_relu_gradient(rk_path path, long count, const float *activation, float *delta) {
  RK_CALL(path, relu_gradient, (count, activation, delta));
}

RK_INLINE void add_row_body(long rows, long columns, const float *restrict row, float *restrict x) {
  for (long i = 0; i < rows; i++, x += columns)
    for (long j = 0; j < columns; j++) x[j] += row[j];
}

RK_EACH_PATH(add_row, (long rows, long columns, const float *row, float *x), (rows, columns, row, x))

void rk_add_row(rk_path path, long rows, long columns, const float *row, float *x) {
  RK_CALL(path, add_row, (rows, columns, row, x));
}

RK_INLINE void column_sums_body(long rows, long columns, float scale, const float *restrict x, float *restrict sums) {
  for (long j = 0; j < columns; j++) sums[j] = 0;
  for (long i = 0; i < rows; i++, x += columns)
    for (long j = 0; j < columns; j++) sums[j] += x[j];
  for (long j = 0; j < columns; j++) sums[j] *= scale;
}

RK_EACH_PATH(
  column_sums, (long rows, long columns, float scale, const float *x, float *sums), (rows, columns, scale, x, sums))

void rk_column_sums(rk_path path, long rows, long columns, float scale, const float *x, float *sums) {
  RK_CALL(path, column_sums, (rows, columns, scale, x, sums));
}
