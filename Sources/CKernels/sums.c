#include "paths.h"
#pragma STDC FP_CONTRACT OFF

/// Adds x to the sum and what that rounded off to the rest: Knuth's two-sum, right for any sizes.
RK_INLINE void two_sum(double x, double *sum, double *rest) {
  double before = *sum, after = before + x, part = after - before;
  *rest += (before - (after - part)) + (x - part);
  *sum = after;
}

RK_INLINE void add_body(long records, const double *restrict values, double *restrict sums, double *restrict rests) {
  for (long i = 0; i < records; i++) two_sum(values[i], sums + i, rests + i);
}

RK_EACH_PATH(
  add, (long records, const double *values, double *sums, double *rests), (records, values, sums, rests))

void rk_add(rk_path path, long records, const double *values, double *sums, double *rests) {
  RK_CALL(path, add, (records, values, sums, rests));
}

RK_INLINE void add_side_body(
  long records, const double *restrict values, const bool *restrict trained, bool wanted, double *restrict sums,
  double *restrict rests, double *restrict counts) {
  const uint8_t *bytes = (const uint8_t *)trained;
  int other = wanted ? 0 : 1;
  for (long i = 0; i < records; i++) {
    double weight = (double)(bytes[i] ^ other);
    two_sum(weight * values[i], sums + i, rests + i);
    counts[i] += weight;
  }
}

RK_EACH_PATH(
  add_side,
  (long records, const double *values, const bool *trained, bool wanted, double *sums, double *rests, double *counts),
  (records, values, trained, wanted, sums, rests, counts))

void rk_add_side(
  rk_path path, long records, const double *values, const bool *trained, bool wanted, double *sums, double *rests,
  double *counts) {
  RK_CALL(path, add_side, (records, values, trained, wanted, sums, rests, counts));
}
