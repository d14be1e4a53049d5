#include "paths.h"
#pragma STDC FP_CONTRACT OFF

/// Means that have faded below these are set to 0: subnormal numbers would slow some CPUs a hundredfold.
static const float least_first = 1e-30f, least_second = 1e-36f;

RK_INLINE void adam_body(
  long count, rk_adam_step s, const float *restrict gradient, float *restrict weights, float *restrict first,
  float *restrict second) {
  for (long i = 0; i < count; i++) {
    float g = gradient[i] + s.decay * weights[i];
    float m = s.beta1 * first[i] + (1.0f - s.beta1) * g;
    float v = s.beta2 * second[i] + (1.0f - s.beta2) * (g * g);
    m = __builtin_elementwise_abs(m) < least_first ? 0 : m;
    v = v < least_second ? 0 : v;
    first[i] = m;
    second[i] = v;
    weights[i] -= s.rate * m / (__builtin_elementwise_sqrt(v) * s.root_scale + s.epsilon);
  }
}

RK_EACH_PATH(
  adam,
  (long count, rk_adam_step step, const float *gradient, float *weights, float *first, float *second),
  (count, step, gradient, weights, first, second))

void rk_adam(
  rk_path path, long count, rk_adam_step step, const float *gradient, float *weights, float *first, float *second) {
  RK_CALL(path, adam, (count, step, gradient, weights, first, second));
}

RK_INLINE void sgd_body(
  long count, float rate, float momentum, float decay, const float *restrict gradient, float *restrict weights,
  float *restrict velocity) {
  for (long i = 0; i < count; i++) {
    float v = momentum * velocity[i] + (gradient[i] + decay * weights[i]);
    velocity[i] = v;
    weights[i] -= rate * v;
  }
}

RK_EACH_PATH(
  sgd,
  (long count, float rate, float momentum, float decay, const float *gradient, float *weights, float *velocity),
  (count, rate, momentum, decay, gradient, weights, velocity))

void rk_sgd(
  rk_path path, long count, float rate, float momentum, float decay, const float *gradient, float *weights,
  float *velocity) {
  RK_CALL(path, sgd, (count, rate, momentum, decay, gradient, weights, velocity));
}
