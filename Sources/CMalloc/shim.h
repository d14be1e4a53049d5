#pragma once
#include <malloc.h>

/// Blocks of `least` bytes or more go back to the system when they are freed; the C library's own allocator only.
static inline void rollcall_return_blocks(int least) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, least);
#endif
}
