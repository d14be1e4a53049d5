// Logistic loss over typed columns: numbers in place, levels by their number.
#pragma STDC FP_CONTRACT OFF
#include "include/CKernels.h"

enum { block = 256, group = 64 };

void rk_logistic_mixed(
  rk_path path, long rows, long numbers, long codes, const double *x, const int32_t *levels, const int32_t *labels,
  const double *weights, const double *level_weights, double bias, double *slope, double *level_slope,
  double *bias_slope, double *linear, double *products) {
  double sum = 0, linear_sum = 0;
  double z[block], r[block];
  float e[block];
  for (long column = 0; column < numbers; column++) slope[column] = 0;
  for (long start = 0; start < rows; start += block) {
    long count = rows - start < block ? rows - start : block;
    for (long row = 0; row < count; row++) {
      const double *values = x + (start + row) * numbers;
      const int32_t *own = levels + (start + row) * codes;
      double told = bias;
      for (long column = 0; column < numbers; column++) told += values[column] * weights[column];
      for (long column = 0; column < codes; column++) told += level_weights[own[column]];
      z[row] = told;
      double least = told < 0 ? told : -told;
      e[row] = (float)(least < -87 ? -87 : least);
    }
    rk_exp(path, count, e, e);
    for (long row = 0; row < count; row++) {
      double part = (double)e[row], whole = 1 + part;
      long place = (start + row) / group;
      if ((start + row) % group == 0) products[place] = 1;
      products[place] *= whole;
      double share = (z[row] < 0 ? part : 1) / whole;
      int32_t label = labels[start + row];
      linear_sum += (z[row] > 0 ? z[row] : 0) - (label ? z[row] : 0);
      r[row] = share - (label ? 1 : 0);
      sum += r[row];
    }
    for (long row = 0; row < count; row++) {
      const double *values = x + (start + row) * numbers;
      const int32_t *own = levels + (start + row) * codes;
      for (long column = 0; column < numbers; column++) slope[column] += r[row] * values[column];
      for (long column = 0; column < codes; column++) level_slope[own[column]] += r[row];
    }
  }
  *bias_slope = sum;
  *linear = linear_sum;
}
