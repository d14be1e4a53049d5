#include "CKernels.h"

int rk_supports(rk_path path) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  int fused = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  switch (path) {
  case rk_avx512: return fused && __builtin_cpu_supports("avx512f");
  case rk_avx2: return fused;
  default: return 1;
  }
#else
  return path == rk_scalar;
#endif
}

rk_path rk_best_path(void) {
  if (rk_supports(rk_avx512)) return rk_avx512;
  return rk_supports(rk_avx2) ? rk_avx2 : rk_scalar;
}
