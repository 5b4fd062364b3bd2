#ifndef ENCODER_VECTORS_H
#define ENCODER_VECTORS_H

#include <stdint.h>

#include "EncoderKernels.h"

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"  // such functions are inlined always

// Vectors of sixteen numbers; the compiler makes of them what the family has: one register of 512 bits, two of 256, four
// of 128.
typedef float f32x16 __attribute__((vector_size(64)));
typedef float f32x8 __attribute__((vector_size(32)));
typedef float f32x4 __attribute__((vector_size(16)));
typedef int32_t i32x16 __attribute__((vector_size(64)));
typedef int8_t i8x16 __attribute__((vector_size(16)));

#define fma16(a, b, c) __builtin_elementwise_fma(a, b, c)
#define splat(x) ((f32x16)((float)(x) - (f32x16){0}))
/// Lanes of `a` where the mask is set, else of `b`.
#define pick(mask, a, b) ((f32x16)(((mask) & (i32x16)(a)) | (~(mask) & (i32x16)(b))))
#define most16(a, b) ({ f32x16 _a = (a), _b = (b); pick(_a > _b, _a, _b); })
#define load(from) ({ f32x16 _v; __builtin_memcpy(&_v, (from), 64); _v; })
#define store(to, v) ({ f32x16 _v = (v); __builtin_memcpy((to), &_v, 64); })

/// Rows that one pass over the weights serves.
#define TILE 6

static inline float half_to_float(uint16_t half) {
    uint32_t sign = (uint32_t)(half >> 15) << 31, exponent = half >> 10 & 31, rest = half & 1023, bits;
    if (exponent == 0) {
        float small = (float)rest * 5.9604644775390625e-8f;
        return sign ? -small : small;
    }
    bits = sign | (exponent + 112) << 23 | rest << 13;
    float value;
    __builtin_memcpy(&value, &bits, 4);
    return value;
}

#endif
