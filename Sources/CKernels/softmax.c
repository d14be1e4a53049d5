#include "exponential.h"
#include "paths.h"
#pragma STDC FP_CONTRACT OFF

/// Sums run in this many lanes, whatever the CPU's are.
enum { lanes = 16 };

RK_INLINE void exp_body(long count, const float *in, float *out) {
  for (long i = 0; i < count; i++) out[i] = rk_exponential(in[i]);
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
    for (long j = 0; j < classes; j++) gradient[j] = rk_exponential(logits[j] - peak);
    float sum = ordered_sum(classes, gradient), share = 1.0f / sum;
    for (long j = 0; j < classes; j++) gradient[j] *= share;
    gradient[labels[row]] -= 1.0f;
    total += (double)rk_logarithm(sum) - (double)target;
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
