#include "paths.h"
#pragma STDC FP_CONTRACT OFF

// Images lie pixel after pixel, the channels of a pixel together. A convolution becomes a product: `unfold` lays out, for
// each pixel, the pixels around it, with zeros beyond the border.

RK_INLINE void unfold_rows_body(rk_images in, int reach, const float *restrict x, float *restrict out) {
  long side = 2 * reach + 1, row = in.width * in.channels, span = side * in.channels;
  for (long image = 0; image < in.count; image++, x += in.height * row)
    for (long y = 0; y < in.height; y++)
      for (long column = 0; column < in.width; column++)
        for (long ky = y - reach; ky <= y + reach; ky++, out += span) {
          long start = (column - reach) * in.channels;
          if (ky < 0 || ky >= in.height) {
            for (long j = 0; j < span; j++) out[j] = 0;
          } else if (start >= 0 && start + span <= row) {
            const float *from = x + ky * row + start;
            for (long j = 0; j < span; j++) out[j] = from[j];
          } else {
            const float *line = x + ky * row;
            for (long j = 0; j < span; j++) out[j] = start + j >= 0 && start + j < row ? line[start + j] : 0;
          }
        }
}

RK_EACH_PATH(unfold_rows, (rk_images in, int reach, const float *x, float *out), (in, reach, x, out))

void rk_unfold_rows(rk_path path, rk_images in, int reach, const float *x, float *out) {
  RK_CALL(path, unfold_rows, (in, reach, x, out));
}

RK_INLINE void unfold_planes_body(rk_images in, int reach, const float *restrict x, float *restrict out) {
  long row = in.width * in.channels;
  for (long ky = -reach; ky <= reach; ky++)
    for (long kx = -reach; kx <= reach; kx++)
      for (long channel = 0; channel < in.channels; channel++)
        for (long image = 0; image < in.count; image++)
          for (long y = 0; y < in.height; y++, out += in.width) {
            long first = kx < 0 ? -kx : 0, last = kx > 0 ? in.width - kx : in.width;
            if (y + ky < 0 || y + ky >= in.height || first >= last) {
              for (long j = 0; j < in.width; j++) out[j] = 0;
              continue;
            }
            const float *from = x + (image * in.height + y + ky) * row + kx * in.channels + channel;
            for (long j = 0; j < first; j++) out[j] = 0;
            if (in.channels == 1)
              for (long j = first; j < last; j++) out[j] = from[j];
            else
              for (long j = first; j < last; j++) out[j] = from[j * in.channels];
            for (long j = last; j < in.width; j++) out[j] = 0;
          }
}

RK_EACH_PATH(unfold_planes, (rk_images in, int reach, const float *x, float *out), (in, reach, x, out))

void rk_unfold_planes(rk_path path, rk_images in, int reach, const float *x, float *out) {
  RK_CALL(path, unfold_planes, (in, reach, x, out));
}

RK_INLINE void fold_rows_body(rk_images in, int reach, const float *restrict rows, float *restrict x) {
  long side = 2 * reach + 1, row = in.width * in.channels, span = side * in.channels;
  for (long i = 0; i < in.count * in.height * row; i++) x[i] = 0;
  for (long image = 0; image < in.count; image++, x += in.height * row)
    for (long y = 0; y < in.height; y++)
      for (long column = 0; column < in.width; column++)
        for (long ky = y - reach; ky <= y + reach; ky++, rows += span) {
          if (ky < 0 || ky >= in.height) continue;
          long start = (column - reach) * in.channels;
          float *to = x + ky * row + start;
          if (start >= 0 && start + span <= row)
            for (long j = 0; j < span; j++) to[j] += rows[j];
          else
            for (long j = 0; j < span; j++)
              if (start + j >= 0 && start + j < row) to[j] += rows[j];
        }
}

RK_EACH_PATH(fold_rows, (rk_images in, int reach, const float *rows, float *x), (in, reach, rows, x))

void rk_fold_rows(rk_path path, rk_images in, int reach, const float *rows, float *x) {
  RK_CALL(path, fold_rows, (in, reach, rows, x));
}

RK_INLINE void pool_body(rk_images in, const float *restrict x, float *restrict out) {
  long row = in.width * in.channels, height = in.height / 2, width = in.width / 2;
  for (long image = 0; image < in.count; image++)
    for (long y = 0; y < height; y++)
      for (long column = 0; column < width; column++, out += in.channels) {
        const float *a = x + (image * in.height + 2 * y) * row + 2 * column * in.channels;
        const float *b = a + in.channels, *c = a + row, *d = c + in.channels;
        for (long j = 0; j < in.channels; j++) {
          float left = a[j] > c[j] ? a[j] : c[j], right = b[j] > d[j] ? b[j] : d[j];
          float most = left > right ? left : right;
          out[j] = most > 0 ? most : 0;
        }
      }
}

RK_EACH_PATH(pool, (rk_images in, const float *x, float *out), (in, x, out))

void rk_rectified_pool(rk_path path, rk_images in, const float *x, float *out) { RK_CALL(path, pool, (in, x, out)); }

RK_INLINE void pool_gradient_body(
  rk_images in, const float *restrict x, const float *restrict out, const float *restrict delta,
  float *restrict below) {
  long row = in.width * in.channels, height = in.height / 2, width = in.width / 2;
  if ((in.height | in.width) & 1)
    for (long i = 0; i < in.count * in.height * row; i++) below[i] = 0;
  for (long image = 0; image < in.count; image++)
    for (long y = 0; y < height; y++)
      for (long column = 0; column < width; column++, out += in.channels, delta += in.channels) {
        long at = (image * in.height + 2 * y) * row + 2 * column * in.channels;
        const float *a = x + at, *b = a + in.channels, *c = a + row, *d = c + in.channels;
        float *restrict to_a = below + at, *restrict to_b = to_a + in.channels;
        float *restrict to_c = to_a + row, *restrict to_d = to_c + in.channels;
        for (long j = 0; j < in.channels; j++) {
          // The first of equal ones takes it all; nothing flows where the most was rectified.
          float most = out[j], left = most > 0 ? delta[j] : 0;
          to_a[j] = a[j] == most ? left : 0;
          left = a[j] == most ? 0 : left;
          to_b[j] = b[j] == most ? left : 0;
          left = b[j] == most ? 0 : left;
          to_c[j] = c[j] == most ? left : 0;
          left = c[j] == most ? 0 : left;
          to_d[j] = d[j] == most ? left : 0;
        }
      }
}

RK_EACH_PATH(
  pool_gradient, (rk_images in, const float *x, const float *out, const float *delta, float *below),
  (in, x, out, delta, below))

void rk_rectified_pool_gradient(
  rk_path path, rk_images in, const float *x, const float *out, const float *delta, float *below) {
  RK_CALL(path, pool_gradient, (in, x, out, delta, below));
}
