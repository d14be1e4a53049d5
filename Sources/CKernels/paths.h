#pragma once
#include "CKernels.h"

// One body, compiled once a path: the compiler's vectoriser does the rest. It may not contract a * b + c into a fused
// operation, nor reorder sums, so that all three give the same bits.

#define RK_INLINE static inline __attribute__((always_inline))
#define RK_LISTED(...) __VA_ARGS__

// Before a loop whose arrays are many but apart: they need not be compared with one another at run time.
#define RK_APART _Pragma("clang loop vectorize(assume_safety)")

#if defined(__x86_64__)
#define RK_AVX512 __attribute__((target("avx512f,avx2,fma")))
#define RK_AVX2 __attribute__((target("avx2,fma")))

#define RK_EACH_PATH(name, parameters, arguments)                            \
  RK_AVX512 static void name##_avx512 parameters { name##_body arguments; } \
  RK_AVX2 static void name##_avx2 parameters { name##_body arguments; }     \
  static void name##_scalar parameters { name##_body arguments; }

// Likewise with a body whose first argument tells whether a fused operation is an instruction: for what is fused on
// purpose, where the result is the same to the bit.
#define RK_EACH_FUSED_PATH(name, parameters, arguments)                                      \
  RK_AVX512 static void name##_avx512 parameters { name##_body(true, RK_LISTED arguments); } \
  RK_AVX2 static void name##_avx2 parameters { name##_body(true, RK_LISTED arguments); }     \
  static void name##_scalar parameters { name##_body(false, RK_LISTED arguments); }

#define RK_CALL(path, name, arguments)                \
  switch (path) {                                     \
  case rk_avx512: name##_avx512 arguments; break;     \
  case rk_avx2: name##_avx2 arguments; break;         \
  default: name##_scalar arguments;                   \
  }
#else
#define RK_EACH_PATH(name, parameters, arguments) \
  static void name##_scalar parameters { name##_body arguments; }
#define RK_EACH_FUSED_PATH(name, parameters, arguments) \
  static void name##_scalar parameters { name##_body(false, RK_LISTED arguments); }
#define RK_CALL(path, name, arguments) ((void)(path), name##_scalar arguments)
#endif
