#pragma once
#include "paths.h"

// Numbers and their bits, and whole numbers as doubles: not every path converts numbers of 64 bits.

typedef union {
  double value;
  uint64_t bits;
} rk_double;

typedef union {
  float value;
  uint32_t bits;
} rk_float;

RK_INLINE double from_bits(uint64_t bits) { return (rk_double){.bits = bits}.value; }
RK_INLINE uint64_t to_bits(double value) { return (rk_double){.value = value}.bits; }
RK_INLINE float float_from_bits(uint32_t bits) { return (rk_float){.bits = bits}.value; }
RK_INLINE uint32_t float_to_bits(float value) { return (rk_float){.value = value}.bits; }

/// The double that is x, below 2^52.
RK_INLINE double double_of(uint64_t x) { return from_bits(to_bits(0x1p52) | x) - 0x1p52; }

/// The double that is x, between -2^51 and 2^51.
RK_INLINE double signed_double_of(int64_t x) { return from_bits(to_bits(0x1.8p52) + (uint64_t)x) - 0x1.8p52; }

/// The double nearest to x.
RK_INLINE double nearest_double(uint64_t x) {
  // Both halves are exact; the one rounding is the last sum's.
  double upper = from_bits(to_bits(0x1p84) | x >> 32) - (0x1p84 + 0x1p52);
  return upper + from_bits(to_bits(0x1p52) | (uint32_t)x);
}

/// The lower 32 bits of a whole double from 0 to 2^32 less 1.
RK_INLINE uint64_t lower_bits(double x) { return (uint32_t)to_bits(x + 0x1p52); }
