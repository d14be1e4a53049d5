#include "paths.h"
#include <string.h>
#pragma STDC FP_CONTRACT OFF

// Whole numbers of 64 and 128 bits: every CPU adds them alike and in any order, so these loops have one path.

RK_INLINE double from_bits(uint64_t bits) {
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

RK_INLINE uint64_t to_bits(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

RK_INLINE int64_t nearest(double steps) { return (int64_t)(steps + (steps < 0 ? -0.5 : 0.5)); }

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

void rk_moments_add(
  long records, const double *values, const bool *trained, const double *grids, rk_side *sides) {
  for (long i = 0; i < records; i++) {
    rk_side *side = sides + 2 * i + trained[i];
    int64_t x = nearest(values[i] * grids[i]);
    __int128 squares = (__int128)(((unsigned __int128)side->high << 64) | side->low) + (__int128)x * x;
    side->count += 1;
    side->sum += x;
    side->low = (uint64_t)squares;
    side->high = (uint64_t)((unsigned __int128)squares >> 64);
  }
}

/// Records that are fitted at a time: what lies between the two passes stays in the nearest cache.
enum { block = 256 };

/// What the exact sums of one side come to, as doubles.
typedef struct {
  /// The sum is high 2^24 + low.
  double count[block], high[block], low[block];
  /// n times the sum of squares less the square of the sum: n^2 times the variance.
  double spread[block];
} rk_rounded;

/// Whole numbers: the sums without what is left out.
RK_INLINE void subtract_body(
  const int left_out, long from, long records, const rk_side *sides, const double *grids,
  const double *const values[], const bool *const trained[], rk_rounded *out, int64_t *fewest) {
  for (long r = 0; r < records; r++) {
    long i = from + r;
    int64_t inside_count = 0, inside_sum = 0, all_sum = 0;
    __int128 inside_squares = 0, all_squares = 0;
    for (int j = 0; j < left_out; j++) {
      int64_t x = nearest(values[j][i] * grids[i]), inside = -(int64_t)trained[j][i], kept = x & inside;
      inside_count -= inside;
      inside_sum += kept;
      all_sum += x;
      inside_squares += (__int128)kept * kept;
      all_squares += (__int128)x * x;
    }
    for (int s = 0; s < 2; s++) {
      const rk_side *side = sides + 2 * i + s;
      int64_t n = side->count - (s ? inside_count : left_out - inside_count);
      int64_t sum = side->sum - (s ? inside_sum : all_sum - inside_sum);
      __int128 squares = (__int128)(((unsigned __int128)side->high << 64) | side->low);
      squares -= s ? inside_squares : all_squares - inside_squares;
      // The exact difference: nothing cancels, however little the values vary.
      unsigned __int128 spread = (unsigned __int128)(n * squares - (__int128)sum * sum);
      fewest[s] = n < fewest[s] ? n : fewest[s];
      out[s].count[r] = (double)n;
      out[s].high[r] = (double)(sum >> 24);
      out[s].low[r] = (double)(sum & 0xffffff);
      out[s].spread[r] = (double)(int64_t)(spread >> 64) * 0x1p64 + (double)(uint64_t)spread;
    }
  }
}

/// Means and deviations of one side.
RK_INLINE void divide_body(
  long records, const rk_rounded *restrict sums, const double *restrict grids, double *restrict counts,
  double *restrict means, double *restrict deviations) {
  for (long r = 0; r < records; r++) {
    double count = sums->count[r], n = count > 0 ? count : 1.0, grid = grids[r];
    // In a whole part and a rest, so that values which are all the same have just that mean.
    double whole = (sums->high[r] / n + 0x1.8p52) - 0x1.8p52;
    double rest = ((sums->high[r] - n * whole) * 0x1p24 + sums->low[r]) / n;
    counts[r] = count;
    means[r] = (whole * 0x1p24 + rest) / grid;
    deviations[r] = __builtin_elementwise_sqrt(sums->spread[r]) / (n * grid);
  }
}

RK_EACH_PATH(
  divide,
  (long records, const rk_rounded *sums, const double *grids, double *counts, double *means, double *deviations),
  (records, sums, grids, counts, means, deviations))

void rk_fit_sides(
  rk_path path, long records, const rk_side *sides, const double *grids, int left_out, const double *const *values,
  const bool *const *trained, const rk_moments *out, int64_t *fewest) {
  rk_rounded sums[2];
  fewest[0] = fewest[1] = records > 0 ? INT64_MAX : 0;
  for (long from = 0; from < records; from += block) {
    long count = records - from < block ? records - from : block;
    switch (left_out) {
    case 2: subtract_body(2, from, count, sides, grids, values, trained, sums, fewest); break;
    case 1: subtract_body(1, from, count, sides, grids, values, trained, sums, fewest); break;
    default: subtract_body(0, from, count, sides, grids, values, trained, sums, fewest);
    }
    for (int s = 0; s < 2; s++) {
      rk_moments o = out[s];
      RK_CALL(path, divide, (count, &sums[s], grids + from, o.counts + from, o.means + from, o.deviations + from));
    }
  }
}

RK_INLINE void to_grid_body(long records, const double *restrict grids, double *restrict x) {
  for (long i = 0; i < records; i++) {
    double steps = x[i] * grids[i];
    double whole = __builtin_elementwise_trunc(steps + (steps < 0 ? -0.5 : 0.5));
    // Beyond 2^52 steps every double is whole.
    x[i] = __builtin_elementwise_abs(steps) < 0x1p52 ? whole / grids[i] : x[i];
  }
}

RK_EACH_PATH(to_grid, (long records, const double *grids, double *x), (records, grids, x))

void rk_to_grid(rk_path path, long records, const double *grids, double *x) {
  RK_CALL(path, to_grid, (records, grids, x));
}
