#if defined(__aarch64__)
#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)
#include <arm_neon.h>

#include "vectors.h"

#define NAME(x) neon_##x
#define BIAS 0

static inline __attribute__((always_inline)) void NAME(dot_rows)(
    const ew_matrix *m, const int8_t *input, const int32_t rows, int32_t column, i32x16 sums[TILE][4]) {
    for (int32_t v = 0; v < 4; v++) {
        const int8_t *weights = m->weights + (int64_t)(column + v * 16) * m->inputs;
        int32x4_t acc[TILE][4];
        for (int32_t r = 0; r < rows; r++)
            for (int32_t part = 0; part < 4; part++) acc[r][part] = vdupq_n_s32(0);
        for (int32_t i = 0; i < m->inputs; i += 4) {
            int8x16_t w[4];
            for (int32_t part = 0; part < 4; part++) w[part] = vld1q_s8(weights + i * 16 + part * 16);
#pragma clang loop unroll(full)
            for (int32_t r = 0; r < rows; r++) {
                int32_t four;
                __builtin_memcpy(&four, input + (int64_t)r * m->inputs + i, 4);
                int8x16_t a = vreinterpretq_s8_s32(vdupq_n_s32(four));
                for (int32_t part = 0; part < 4; part++) acc[r][part] = vdotq_s32(acc[r][part], w[part], a);
            }
        }
        for (int32_t r = 0; r < rows; r++) __builtin_memcpy(&sums[r][v], acc[r], 64);
    }
}

#include "kernels.inc"

const ew_kernels *ew_neon_kernels(void) { return &neon_kernels; }
#pragma clang attribute pop
#endif
