#pragma once
#include <zlib.h>

/// `inflateInit2` is a macro that Swift cannot see. 16 + 15: gzip wrapping only, the largest window.
static inline int rollcall_gunzip_start(z_streamp stream) { return inflateInit2(stream, 16 + MAX_WBITS); }

/// Bare deflate data, as zip archives hold it.
static inline int rollcall_inflate_start(z_streamp stream) { return inflateInit2(stream, -MAX_WBITS); }
