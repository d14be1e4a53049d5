#pragma once
#include "bits.h"
#pragma STDC FP_CONTRACT OFF

/// e^x by Cephes' expf: x = n ln 2 + r, a polynomial in r, then the exponent n.
RK_INLINE float rk_exponential(float x) {
  x = x < -87.0f ? -87.0f : x;
  x = x > 88.0f ? 88.0f : x;
  // Adding 1.5 x 2^23 rounds to the nearest whole number, which is then read off the last bits.
  float shifted = x * 1.44269504f + 12582912.0f;
  float n = shifted - 12582912.0f;
  float r = (x - n * 0.693359375f) - n * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  float y = p * (r * r) + r + 1.0f;
  return y * float_from_bits((float_to_bits(shifted) - 0x4b400000u + 127u) << 23);
}

/// ln x for a normal x by Cephes' logf.
RK_INLINE float rk_logarithm(float x) {
  // 0x3f3504f3 is the root of one half: m lies between it and its double.
  uint32_t bits = float_to_bits(x);
  int32_t exponent = (int32_t)(bits - 0x3f3504f3u) >> 23;
  float m = float_from_bits(bits - ((uint32_t)exponent << 23)) - 1.0f;
  float z = m * m;
  float p = 7.0376836292e-2f;
  p = p * m - 1.1514610310e-1f;
  p = p * m + 1.1676998740e-1f;
  p = p * m - 1.2420140846e-1f;
  p = p * m + 1.4249322787e-1f;
  p = p * m - 1.6668057665e-1f;
  p = p * m + 2.0000714765e-1f;
  p = p * m - 2.4999993993e-1f;
  p = p * m + 3.3333331174e-1f;
  float e = (float)exponent;
  float y = p * m * z + e * -2.12194440e-4f - 0.5f * z;
  return (m + y) + e * 0.693359375f;
}
