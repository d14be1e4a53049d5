#include "bits.h"
#pragma STDC FP_CONTRACT OFF

/// ln x for a normal x above 0, operation for operation as `Elementary.log`; infinity and what is no number stay so.
RK_INLINE double logarithm(double x) {
  uint64_t bits = to_bits(x);
  // The exponent becomes a double by its bits: not every path converts 64-bit numbers.
  double exponent = from_bits((bits >> 52) | 0x4330000000000000u) - (0x1p52 + 1023);
  double m = from_bits((bits & 0x000fffffffffffffu) | 0x3ff0000000000000u);
  double large = m > 1.4142135623730951 ? 1.0 : 0.0;
  m = m > 1.4142135623730951 ? 0.5 * m : m;
  exponent += large;
  double f = m - 1;
  double s = f / (2 + f);
  double z = s * s;
  double p = 2.0 / 25;
  p = p * z + 2.0 / 23;
  p = p * z + 2.0 / 21;
  p = p * z + 2.0 / 19;
  p = p * z + 2.0 / 17;
  p = p * z + 2.0 / 15;
  p = p * z + 2.0 / 13;
  p = p * z + 2.0 / 11;
  p = p * z + 2.0 / 9;
  p = p * z + 2.0 / 7;
  p = p * z + 2.0 / 5;
  p = p * z + 2.0 / 3;
  double half_square = 0.5 * f * f;
  double tail = s * (half_square + p * z);
  double value = exponent * 0x1.62e42fee00000p-1 - ((half_square - (tail + exponent * 0x1.a39ef35793c76p-33)) - f);
  return x < __builtin_inf() ? value : x;
}

RK_INLINE void logs_body(long count, double *restrict x) {
  for (long i = 0; i < count; i++) x[i] = logarithm(x[i]);
}

RK_EACH_PATH(logs, (long count, double *x), (count, x))

void rk_logs(rk_path path, long count, double *x) { RK_CALL(path, logs, (count, x)); }

RK_INLINE double log_density(double x, double mean, double deviation) {
  double z = (x - mean) / deviation;
  return -0.5 * z * z - logarithm(deviation) - 0.91893853320467274178;
}

RK_INLINE void density_ratio_body(
  long count, const double *restrict x, rk_normals first, rk_normals second, double *restrict out) {
  for (long i = 0; i < count; i++)
    out[i] = log_density(x[i], first.means[i], first.deviations[i] + first.floor)
      - log_density(x[i], second.means[i], second.deviations[i] + second.floor);
}

RK_EACH_PATH(
  density_ratio, (long count, const double *x, rk_normals first, rk_normals second, double *out),
  (count, x, first, second, out))

void rk_density_ratio(
  rk_path path, long count, const double *x, rk_normals first, rk_normals second, double *out) {
  RK_CALL(path, density_ratio, (count, x, first, second, out));
}
