#pragma once
#include "paths.h"

// Whole numbers of 128 bits in two of 64: lanes have no wider ones, and multiply halves of 32 bits.

typedef struct {
  /// 2^64 high + low.
  uint64_t low, high;
} rk_wide;

RK_INLINE rk_wide wide_sum(rk_wide a, rk_wide b) {
  uint64_t low = a.low + b.low;
  return (rk_wide){low, a.high + b.high + (low < a.low)};
}

RK_INLINE rk_wide wide_difference(rk_wide a, rk_wide b) {
  return (rk_wide){a.low - b.low, a.high - b.high - (a.low < b.low)};
}

/// The number itself where `mask` is all ones, 0 where it is 0.
RK_INLINE rk_wide wide_masked(rk_wide a, uint64_t mask) { return (rk_wide){a.low & mask, a.high & mask}; }

/// a b of the lower 32 bits of each: one instruction of every path.
RK_INLINE uint64_t product(uint64_t a, uint64_t b) { return (uint64_t)(uint32_t)a * (uint32_t)b; }

/// The square of 2^32 high + low, where high is below 2^31 and low below 2^32.
RK_INLINE rk_wide wide_square(uint64_t high, uint64_t low) {
  uint64_t middle = product(high, low);
  rk_wide upper = {middle << 33, product(high, high) + (middle >> 31)};
  return wide_sum(upper, (rk_wide){product(low, low), 0});
}

/// n a, where n is below 2^32 and the result below 2^128.
RK_INLINE rk_wide wide_multiple(uint64_t n, rk_wide a) {
  uint64_t middle = product(n, a.low >> 32);
  rk_wide upper = {middle << 32, (middle >> 32) + product(n, a.high) + (product(n, a.high >> 32) << 32)};
  return wide_sum(upper, (rk_wide){product(n, a.low), 0});
}
