#include "paths.h"
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// c is made in tiles: a few rows by one panel of 32 columns, held in registers while k runs from first to last. The
// panel of b is copied once, contiguous and padded with zeros, and then read for all rows of a.

enum { panel_width = 32 };

/// Where a tile of c lies and how the product enters it.
typedef struct {
  float alpha, beta;
  float *c;
  long c_row;
  int width;
} rk_tile;

/// The rows of a that meet one panel.
typedef struct {
  long k;
  const float *a;
  long a_row, a_column;
  const float *panel;
} rk_product;

#define UNROLL _Pragma("clang loop unroll(full)")

#if defined(__x86_64__)
RK_AVX512 RK_INLINE __mmask16 mask_avx512(int width) {
  return width >= 16 ? 0xffff : width > 0 ? (1u << width) - 1 : 0;
}

/// Two registers of sixteen columns, or one where the panel is no wider.
RK_AVX512 RK_INLINE void rows_avx512(const int rows, const int wide, rk_product p, rk_tile t) {
  __m512 left[12], right[12];
  UNROLL for (int r = 0; r < rows; r++) left[r] = right[r] = _mm512_setzero_ps();
  const float *a = p.a, *panel = p.panel;
  for (long k = 0; k < p.k; k++, a += p.a_column, panel += panel_width) {
    __m512 b0 = _mm512_loadu_ps(panel), b1 = wide ? _mm512_loadu_ps(panel + 16) : b0;
    UNROLL for (int r = 0; r < rows; r++) {
      __m512 x = _mm512_set1_ps(a[r * p.a_row]);
      left[r] = _mm512_fmadd_ps(x, b0, left[r]);
      if (wide) right[r] = _mm512_fmadd_ps(x, b1, right[r]);
    }
  }
  __m512 alpha = _mm512_set1_ps(t.alpha), beta = _mm512_set1_ps(t.beta);
  __mmask16 m0 = mask_avx512(t.width), m1 = mask_avx512(t.width - 16);
  UNROLL for (int r = 0; r < rows; r++) {
    float *c = t.c + r * t.c_row;
    __m512 x = _mm512_mul_ps(alpha, left[r]), y = _mm512_mul_ps(alpha, right[r]);
    if (t.beta != 0) {
      x = _mm512_fmadd_ps(beta, _mm512_maskz_loadu_ps(m0, c), x);
      if (wide) y = _mm512_fmadd_ps(beta, _mm512_maskz_loadu_ps(m1, c + 16), y);
    }
    _mm512_mask_storeu_ps(c, m0, x);
    if (wide) _mm512_mask_storeu_ps(c + 16, m1, y);
  }
}

RK_AVX2 RK_INLINE __m256i mask_avx2(int width) {
  return _mm256_cmpgt_epi32(_mm256_set1_epi32(width), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}

/// Half a panel: two registers of eight columns.
RK_AVX2 RK_INLINE void rows_avx2(const int rows, rk_product p, rk_tile t) {
  __m256 left[6], right[6];
  UNROLL for (int r = 0; r < rows; r++) left[r] = right[r] = _mm256_setzero_ps();
  const float *a = p.a, *panel = p.panel;
  for (long k = 0; k < p.k; k++, a += p.a_column, panel += panel_width) {
    __m256 b0 = _mm256_loadu_ps(panel), b1 = _mm256_loadu_ps(panel + 8);
    UNROLL for (int r = 0; r < rows; r++) {
      __m256 x = _mm256_broadcast_ss(a + r * p.a_row);
      left[r] = _mm256_fmadd_ps(x, b0, left[r]);
      right[r] = _mm256_fmadd_ps(x, b1, right[r]);
    }
  }
  __m256 alpha = _mm256_set1_ps(t.alpha), beta = _mm256_set1_ps(t.beta);
  __m256i m0 = mask_avx2(t.width), m1 = mask_avx2(t.width - 8);
  UNROLL for (int r = 0; r < rows; r++) {
    float *c = t.c + r * t.c_row;
    __m256 x = _mm256_mul_ps(alpha, left[r]), y = _mm256_mul_ps(alpha, right[r]);
    if (t.beta != 0) {
      x = _mm256_fmadd_ps(beta, _mm256_maskload_ps(c, m0), x);
      y = _mm256_fmadd_ps(beta, _mm256_maskload_ps(c + 8, m1), y);
    }
    _mm256_maskstore_ps(c, m0, x);
    _mm256_maskstore_ps(c + 8, m1, y);
  }
}

// Tiles of the constant number of rows that fits the registers, then smaller ones for what is left.
#define ROWS(kernel, rows, ...)            \
  for (; i + rows <= m; i += rows) {       \
    kernel(rows, ##__VA_ARGS__, p, t);     \
    p.a += rows * p.a_row;                 \
    t.c += rows * t.c_row;                 \
  }

RK_AVX512 RK_INLINE void tiles_avx512(const int wide, long m, rk_product p, rk_tile t) {
  long i = 0;
  ROWS(rows_avx512, 12, wide)
  ROWS(rows_avx512, 9, wide)
  ROWS(rows_avx512, 8, wide)
  ROWS(rows_avx512, 4, wide)
  ROWS(rows_avx512, 2, wide)
  ROWS(rows_avx512, 1, wide)
}

RK_AVX512 static void panel_avx512(long m, rk_product p, rk_tile t) {
  if (t.width > 16)
    tiles_avx512(1, m, p, t);
  else
    tiles_avx512(0, m, p, t);
}

RK_AVX2 static void half_panel_avx2(long m, rk_product p, rk_tile t) {
  long i = 0;
  ROWS(rows_avx2, 6)
  ROWS(rows_avx2, 4)
  ROWS(rows_avx2, 2)
  ROWS(rows_avx2, 1)
}

static void panel_avx2(long m, rk_product p, rk_tile t) {
  rk_product right_product = p;
  rk_tile right = t;
  right_product.panel += 16;
  right.c += 16;
  right.width -= 16;
  if (t.width > 16) t.width = 16;
  half_panel_avx2(m, p, t);
  if (right.width > 0) half_panel_avx2(m, right_product, right);
}
#endif

static void panel_scalar(long m, rk_product p, rk_tile t) {
  for (long i = 0; i < m; i++) {
    for (int j = 0; j < t.width; j++) {
      float sum = 0;
      for (long k = 0; k < p.k; k++)
        sum = __builtin_fmaf(p.a[i * p.a_row + k * p.a_column], p.panel[k * panel_width + j], sum);
      float *c = t.c + i * t.c_row + j;
      float x = t.alpha * sum;
      *c = t.beta != 0 ? __builtin_fmaf(t.beta, *c, x) : x;
    }
  }
}

/// Copies `width` columns of b into a panel.
static void fill_panel(long k, int width, const float *b, long b_row, long b_column, float *panel) {
  if (b_column == 1) {
    for (long row = 0; row < k; row++, panel += panel_width, b += b_row) {
      // A constant size becomes a few instructions.
      if (width == panel_width)
        memcpy(panel, b, sizeof(float) * panel_width);
      else if (width == panel_width / 2)
        memcpy(panel, b, sizeof(float) * panel_width / 2);
      else
        memcpy(panel, b, sizeof(float) * width);
      for (int j = width; j < panel_width; j++) panel[j] = 0;
    }
    return;
  }
  if (width < panel_width) memset(panel, 0, sizeof(float) * panel_width * k);
  // A transposed b is read along its contiguous rows, 16 elements at a time: a whole row would evict the panel.
  for (long start = 0; start < k; start += 16) {
    long end = start + 16 < k ? start + 16 : k;
    for (int j = 0; j < width; j++)
      for (long row = start; row < end; row++) panel[row * panel_width + j] = b[row * b_row + j * b_column];
  }
}

void rk_gemm(
  rk_path path, long m, long n, long k, float alpha, const float *a, long a_row, long a_column, const float *b,
  long b_row, long b_column, float beta, float *c, long c_row, float *pack) {
  for (long j = 0; j < n; j += panel_width) {
    int width = n - j < panel_width ? (int)(n - j) : panel_width;
    fill_panel(k, width, b + j * b_column, b_row, b_column, pack);
    rk_product product = {k, a, a_row, a_column, pack};
    rk_tile tile = {alpha, beta, c + j, c_row, width};
    RK_CALL(path, panel, (m, product, tile));
  }
}
