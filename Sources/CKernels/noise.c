#include "exponential.h"
#include "paths.h"
#pragma STDC FP_CONTRACT OFF

// Normals by Box and Muller from two words that are a hash of key and counter: the i-th number depends on these alone.

RK_INLINE uint32_t mixed(uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;
  return x ^ x >> 16;
}

RK_INLINE float in_one_two(uint32_t word) { return float_from_bits((word >> 9) | 0x3f800000u); }

enum { block = 128 };

/// Adds `scale` times 2 x `block` normals, or fewer, to x.
RK_INLINE void add_block(uint32_t key, uint32_t counter, float scale, long count, float *restrict x) {
  float first[block], second[block];
  for (int j = 0; j < block; j++) {
    uint32_t c = counter + (uint32_t)j;
    uint32_t radius_word = mixed(mixed(c ^ key) + 0x9e3779b9u);
    uint32_t angle_word = mixed(mixed(c + 0x85ebca6bu) ^ (key * 0xc2b2ae35u));
    // In (0, 1]: never 0, whose logarithm is infinite.
    float u = in_one_two(radius_word) - 1.0f + 5.9604645e-8f;
    float radius = __builtin_elementwise_sqrt(-2.0f * rk_logarithm(u));
    // Half the angle, in -pi/2...pi/2, where short series do.
    float a = (in_one_two(angle_word) - 1.5f) * 3.14159265f, a2 = a * a;
    float s = 2.6083159809786593e-06f;
    s = s * a2 - 1.981069071916863e-04f;
    s = s * a2 + 8.333078585565e-03f;
    s = s * a2 - 1.66666597127914e-01f;
    float sine = a + a * a2 * s;
    float k = 2.3153931e-05f;
    k = k * a2 - 1.3853704e-03f;
    k = k * a2 + 4.1663583e-02f;
    k = k * a2 - 4.9999905e-01f;
    float cosine = 1.0f + a2 * k;
    first[j] = radius * (2.0f * sine * cosine);
    second[j] = radius * (1.0f - 2.0f * sine * sine);
  }
  long early = count < block ? count : block, late = count < block ? 0 : count - block;
  for (long j = 0; j < early; j++) x[j] += scale * first[j];
  for (long j = 0; j < late; j++) x[block + j] += scale * second[j];
}

RK_INLINE void add_normals_body(long count, uint32_t key, uint32_t counter, float scale, float *restrict x) {
  for (long i = 0; i < count; i += 2 * block, counter += block)
    add_block(key, counter, scale, count - i < 2 * block ? count - i : 2 * block, x + i);
}

RK_EACH_PATH(
  add_normals, (long count, uint32_t key, uint32_t counter, float scale, float *x), (count, key, counter, scale, x))

void rk_add_normals(rk_path path, long count, uint32_t key, uint32_t counter, float scale, float *x) {
  RK_CALL(path, add_normals, (count, key, counter, scale, x));
}
