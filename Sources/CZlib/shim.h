#ifndef ENTITYWIRE_CZLIB_SHIM_H
#define ENTITYWIRE_CZLIB_SHIM_H

#include <zlib.h>

// The macros of zlib that begin a stream, which Swift cannot see.
static inline int entitywire_deflate_begin(z_stream *stream, int level, int window) {
    return deflateInit2(stream, level, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
}
static inline int entitywire_inflate_begin(z_stream *stream) { return inflateInit2(stream, -15); }

#endif
