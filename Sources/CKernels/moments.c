#include "bits.h"
#include "wide.h"
#pragma STDC FP_CONTRACT OFF

static const uint64_t magnitude = UINT64_MAX >> 1;

RK_INLINE void largest_body(long records, const double *restrict values, uint64_t *restrict largest) {
  for (long i = 0; i < records; i++) {
    uint64_t bits = to_bits(values[i]) & magnitude;
    largest[i] = bits > largest[i] ? bits : largest[i];
  }
}

RK_EACH_PATH(largest, (long records, const double *values, uint64_t *largest), (records, values, largest))

void rk_largest(rk_path path, long records, const double *values, uint64_t *largest) {
  RK_CALL(path, largest, (records, values, largest));
}

long rk_grids(long records, int models_exponent, const uint64_t *largest, double *grids) {
  long broken = -1;
  for (long i = records - 1; i >= 0; i--) {
    int exponent = (int)(largest[i] >> 52) - 1023;
    if (exponent == 1024) broken = i;
    int steps = 55 - models_exponent - (exponent > 6 ? exponent - 6 : 0);
    grids[i] = from_bits((uint64_t)(steps + 1023) << 52);
  }
  return broken;
}

/// A value's whole number of steps.
RK_INLINE double whole_steps(double value, double grid) {
  double steps = value * grid;
  double whole = __builtin_elementwise_trunc(steps + (steps < 0 ? -0.5 : 0.5));
  // Beyond 2^52 every double is whole.
  return __builtin_elementwise_abs(steps) < 0x1p52 ? whole : steps;
}

/// 1 over a grid: exact, as grids are powers of two.
RK_INLINE double step(double grid) { return from_bits(2 * to_bits(1.0) - to_bits(grid)); }

/// x, or minus x where `sign` is all ones instead of 0.
RK_INLINE uint64_t signed_by(uint64_t sign, uint64_t x) { return (x ^ sign) - sign; }

/// The sums of one record.
typedef struct {
  uint64_t count, sum;
  rk_wide squares;
} rk_sums;

/// One model's part in them.
RK_INLINE rk_sums part(double value, double grid) {
  double steps = whole_steps(value, grid), size = __builtin_elementwise_abs(steps);
  double upper = __builtin_elementwise_trunc(size * 0x1p-32);
  uint64_t high = lower_bits(upper), low = lower_bits(size - upper * 0x1p32);
  return (rk_sums){1, signed_by(steps < 0 ? UINT64_MAX : 0, high << 32 | low), wide_square(high, low)};
}

/// The sums themselves where a model trained on the record, else none.
RK_INLINE rk_sums where(bool trained, rk_sums sums) {
  uint64_t mask = -(uint64_t)trained;
  return (rk_sums){sums.count & mask, sums.sum & mask, wide_masked(sums.squares, mask)};
}

RK_INLINE rk_sums with(rk_sums some, rk_sums others) {
  return (rk_sums){some.count + others.count, some.sum + others.sum, wide_sum(some.squares, others.squares)};
}

RK_INLINE rk_sums without(rk_sums all, rk_sums some) {
  return (rk_sums){all.count - some.count, all.sum - some.sum, wide_difference(all.squares, some.squares)};
}

RK_INLINE rk_sums load(const uint64_t *sums, long stride, long i) {
  return (rk_sums){sums[i], sums[stride + i], {sums[2 * stride + i], sums[3 * stride + i]}};
}

RK_INLINE void store(rk_sums record, uint64_t *sums, long stride, long i) {
  sums[i] = record.count;
  sums[stride + i] = record.sum;
  sums[2 * stride + i] = record.squares.low;
  sums[3 * stride + i] = record.squares.high;
}

RK_INLINE void moments_add_body(
  long records, const double *values, const bool *trained, const double *grids, long stride, uint64_t *sums) {
  uint64_t *sums_inside = sums + 4 * stride;
  RK_APART
  for (long i = 0; i < records; i++) {
    rk_sums model = part(values[i], grids[i]);
    store(with(load(sums, stride, i), model), sums, stride, i);
    store(with(load(sums_inside, stride, i), where(trained[i], model)), sums_inside, stride, i);
  }
}

RK_EACH_PATH(
  moments_add,
  (long records, const double *values, const bool *trained, const double *grids, long stride, uint64_t *sums),
  (records, values, trained, grids, stride, sums))

void rk_moments_add(
  rk_path path, long records, const double *values, const bool *trained, const double *grids, long stride,
  uint64_t *sums) {
  RK_CALL(path, moments_add, (records, values, trained, grids, stride, sums));
}

/// a / n to the bit, where `reciprocal` is the double nearest to 1 / n; quicker where there are fused operations.
///
/// Brisebarre, Muller and Raina, "Accelerating correctly rounded floating-point division when the divisor is known in
/// advance", 2004, algorithm 1: right unless an exponent is exceeded; here n is a count, and |a| is 0 or at least 1.
RK_INLINE double quotient(const bool fused, double a, double n, double reciprocal) {
  if (!fused) return a / n;
  double q = a * reciprocal;
  return __builtin_elementwise_fma(__builtin_elementwise_fma(-n, q, a), reciprocal, q);
}

typedef struct {
  double count, mean, deviation;
} rk_fit;

RK_INLINE rk_fit fit(const bool fused, rk_sums sums, double step) {
  int64_t sum = (int64_t)sums.sum;
  uint64_t size = signed_by(sum < 0 ? UINT64_MAX : 0, sums.sum);
  // n times the sum of squares less the square of the sum, n^2 times the variance. The exact difference: nothing
  // cancels, however little the values vary.
  rk_wide spread = wide_difference(wide_multiple(sums.count, sums.squares), wide_square(size >> 32, (uint32_t)size));
  double count = double_of(sums.count), n = count > 0 ? count : 1.0, reciprocal = 1.0 / n;
  // In a whole part and a rest, so that values which are all the same have just that mean.
  double high = signed_double_of(sum >> 24), low = double_of(sums.sum & 0xffffff);
  double whole = (quotient(fused, high, n, reciprocal) + 0x1.8p52) - 0x1.8p52;
  double rest = quotient(fused, (high - n * whole) * 0x1p24 + low, n, reciprocal);
  double root = __builtin_elementwise_sqrt(nearest_double(spread.high) * 0x1p64 + nearest_double(spread.low));
  return (rk_fit){count, (whole * 0x1p24 + rest) * step, quotient(fused, root, n, reciprocal) * step};
}

RK_INLINE void store_fit(rk_fit fit, rk_moments moments, long i) {
  moments.counts[i] = fit.count;
  moments.means[i] = fit.mean;
  moments.deviations[i] = fit.deviation;
}

RK_INLINE void fit_loop(
  const bool fused, const int left_out, long records, const uint64_t *sums, const double *grids,
  const double *const *values, const bool *const *trained, const rk_moments *out, uint64_t *fewest) {
  rk_moments moments_outside = out[0], moments_inside = out[1];
  uint64_t fewest_outside = records > 0 ? UINT64_MAX : 0, fewest_inside = fewest_outside;
  RK_APART
  for (long i = 0; i < records; i++) {
    rk_sums all = load(sums, records, i), inside = load(sums + 4 * records, records, i);
    for (int j = 0; j < left_out; j++) {
      rk_sums model = part(values[j][i], grids[i]);
      all = without(all, model);
      inside = without(inside, where(trained[j][i], model));
    }
    rk_sums outside = without(all, inside);
    fewest_outside = outside.count < fewest_outside ? outside.count : fewest_outside;
    fewest_inside = inside.count < fewest_inside ? inside.count : fewest_inside;
    store_fit(fit(fused, outside, step(grids[i])), moments_outside, i);
    store_fit(fit(fused, inside, step(grids[i])), moments_inside, i);
  }
  fewest[0] = fewest_outside;
  fewest[1] = fewest_inside;
}

RK_INLINE void fit_sides_body(
  const bool fused, long records, const uint64_t *sums, const double *grids, int left_out,
  const double *const *values, const bool *const *trained, const rk_moments *out, uint64_t *fewest) {
  switch (left_out) {
  case 2: fit_loop(fused, 2, records, sums, grids, values, trained, out, fewest); break;
  case 1: fit_loop(fused, 1, records, sums, grids, values, trained, out, fewest); break;
  default: fit_loop(fused, 0, records, sums, grids, values, trained, out, fewest);
  }
}

RK_EACH_FUSED_PATH(
  fit_sides,
  (long records, const uint64_t *sums, const double *grids, int left_out, const double *const *values,
   const bool *const *trained, const rk_moments *out, uint64_t *fewest),
  (records, sums, grids, left_out, values, trained, out, fewest))

void rk_fit_sides(
  rk_path path, long records, const uint64_t *sums, const double *grids, int left_out, const double *const *values,
  const bool *const *trained, const rk_moments *out, uint64_t *fewest) {
  RK_CALL(path, fit_sides, (records, sums, grids, left_out, values, trained, out, fewest));
}

RK_INLINE void to_grid_body(
  long records, const double *restrict grids, const double *restrict values, double *restrict out) {
  for (long i = 0; i < records; i++) out[i] = whole_steps(values[i], grids[i]) * step(grids[i]);
}

RK_EACH_PATH(
  to_grid, (long records, const double *grids, const double *values, double *out), (records, grids, values, out))

void rk_to_grid(rk_path path, long records, const double *grids, const double *values, double *out) {
  RK_CALL(path, to_grid, (records, grids, values, out));
}
