#include "paths.h"
#include <string.h>
#pragma STDC FP_CONTRACT OFF

/// Sums run in this many lanes, whatever the CPU's are.
enum { lanes = 16 };

RK_INLINE float from_bits(uint32_t bits) {
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

RK_INLINE uint32_t to_bits(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

/// e^x by Cephes' expf: x = n ln 2 + r, a polynomial in r, then the exponent n.
RK_INLINE float exponential(float x) {
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
  return y * from_bits((to_bits(shifted) - 0x4b400000u + 127u) << 23);
}

/// ln x for a normal x by Cephes' logf.
RK_INLINE float logarithm(float x) {
  // 0x3f3504f3 is the root of one half: m lies between it and its double.
  uint32_t bits = to_bits(x);
  int32_t exponent = (int32_t)(bits - 0x3f3504f3u) >> 23;
  float m = from_bits(bits - ((uint32_t)exponent << 23)) - 1.0f;
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

RK_INLINE void exp_body(long count, const float *in, float *out) {
  for (long i = 0; i < count; i++) out[i] = exponential(in[i]);
}

RK_EACH_PATH(exp, (long count, const float *in, float *out), (count, in, out))

void rk_exp(rk_path path, long count, const float *in, float *out) { RK_CALL(path, exp, (count, in, out)); }

/// The sum of x: element i goes to lane i mod 16, then the lanes are added in halves.
RK_INLINE float ordered_sum(long count, const float *x) {
  float lane[lanes] = {0};
  long i = 0;
  for (; i + lanes <= count; i += lanes)
    for (int l = 0; l < lanes; l++) lane[l] += x[i + l];
  for (int l = 0; i + l < count; l++) lane[l] += x[i + l];
  for (int width = lanes / 2; width > 0; width /= 2)
    for (int l = 0; l < width; l++) lane[l] += lane[l + width];
  return lane[0];
}

RK_INLINE void softmax_body(
  long rows, long classes, const float *logits, const int32_t *labels, float *gradient, double *loss) {
  double total = 0;
  for (long row = 0; row < rows; row++, logits += classes, gradient += classes) {
    float peak = logits[0];
    for (long j = 1; j < classes; j++) peak = logits[j] > peak ? logits[j] : peak;
    float target = logits[labels[row]] - peak;
    for (long j = 0; j < classes; j++) gradient[j] = exponential(logits[j] - peak);
    float sum = ordered_sum(classes, gradient), share = 1.0f / sum;
    for (long j = 0; j < classes; j++) gradient[j] *= share;
    gradient[labels[row]] -= 1.0f;
    total += (double)logarithm(sum) - (double)target;
  }
  *loss = total;
}

RK_EACH_PATH(
  softmax,
  (long rows, long classes, const float *logits, const int32_t *labels, float *gradient, double *loss),
  (rows, classes, logits, labels, gradient, loss))

void rk_softmax_gradient(
  rk_path path, long rows, long classes, const float *logits, const int32_t *labels, float *gradient, double *loss) {
  RK_CALL(path, softmax, (rows, classes, logits, labels, gradient, loss));
}
