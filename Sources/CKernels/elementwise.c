#include "exponential.h"
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

RK_INLINE void tanh_body(long count, float *x) {
  for (long i = 0; i < count; i++) {
    // tanh x = 1 - 2 / (e^2x + 1); beyond 10 it rounds to 1.
    float bounded = x[i] < -10.0f ? -10.0f : x[i];
    bounded = bounded > 10.0f ? 10.0f : bounded;
    x[i] = 1.0f - 2.0f / (rk_exponential(2.0f * bounded) + 1.0f);
  }
}

RK_EACH_PATH(tanh, (long count, float *x), (count, x))

void rk_tanh(rk_path path, long count, float *x) { RK_CALL(path, tanh, (count, x)); }

RK_INLINE void tanh_gradient_body(long count, const float *restrict activation, float *restrict delta) {
  for (long i = 0; i < count; i++) delta[i] *= 1.0f - activation[i] * activation[i];
}

RK_EACH_PATH(tanh_gradient, (long count, const float *activation, float *delta), (count, activation, delta))

void rk_tanh_gradient(rk_path path, long count, const float *activation, float *delta) {
  RK_CALL(path, tanh_gradient, (count, activation, delta));
}

RK_INLINE void row_squares_body(long rows, long columns, const float *restrict x, float *restrict squares) {
  enum { lanes = 16 };
  for (long i = 0; i < rows; i++, x += columns) {
    float lane[lanes] = {0};
    long j = 0;
    for (; j + lanes <= columns; j += lanes)
      for (int l = 0; l < lanes; l++) lane[l] += x[j + l] * x[j + l];
    for (int l = 0; j + l < columns; l++) lane[l] += x[j + l] * x[j + l];
    for (int width = lanes / 2; width > 0; width /= 2)
      for (int l = 0; l < width; l++) lane[l] += lane[l + width];
    squares[i] = lane[0];
  }
}

RK_EACH_PATH(row_squares, (long rows, long columns, const float *x, float *squares), (rows, columns, x, squares))

void rk_row_squares(rk_path path, long rows, long columns, const float *x, float *squares) {
  RK_CALL(path, row_squares, (rows, columns, x, squares));
}

RK_INLINE void scale_rows_body(long rows, long columns, const float *restrict scales, float *restrict x) {
  for (long i = 0; i < rows; i++, x += columns)
    for (long j = 0; j < columns; j++) x[j] *= scales[i];
}

RK_EACH_PATH(scale_rows, (long rows, long columns, const float *scales, float *x), (rows, columns, scales, x))

void rk_scale_rows(rk_path path, long rows, long columns, const float *scales, float *x) {
  RK_CALL(path, scale_rows, (rows, columns, scales, x));
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
  enum { block = 16 };
  long j = 0;
  // A block of columns stays in registers.
  for (; j + block <= columns; j += block) {
    float sum[block] = {0};
    for (long i = 0; i < rows; i++)
      for (int l = 0; l < block; l++) sum[l] += x[i * columns + j + l];
    for (int l = 0; l < block; l++) sums[j + l] = sum[l] * scale;
  }
  for (; j < columns; j++) {
    float sum = 0;
    for (long i = 0; i < rows; i++) sum += x[i * columns + j];
    sums[j] = sum * scale;
  }
}

RK_EACH_PATH(
  column_sums, (long rows, long columns, float scale, const float *x, float *sums), (rows, columns, scale, x, sums))

void rk_column_sums(rk_path path, long rows, long columns, float scale, const float *x, float *sums) {
  RK_CALL(path, column_sums, (rows, columns, scale, x, sums));
}
