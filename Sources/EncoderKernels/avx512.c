#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma"))), apply_to = function)
#include <immintrin.h>

#include "vectors.h"

#define NAME(x) avx512_##x
// The instruction takes its first factor without a sign: inputs have 128 added, which the sums of the weights take off.
#define BIAS 0x80

static inline __attribute__((always_inline)) void NAME(dot_rows)(
    const ew_matrix *m, const int8_t *input, const int32_t rows, int32_t column, i32x16 sums[TILE][4]) {
    const int8_t *weights = m->weights + (int64_t)column * m->inputs;
    const int64_t panel = (int64_t)16 * m->inputs;
    __m512i acc[TILE][4];
#pragma clang loop unroll(full)
    for (int32_t r = 0; r < rows; r++)
#pragma clang loop unroll(full)
        for (int32_t v = 0; v < 4; v++) acc[r][v] = _mm512_setzero_si512();
    for (int32_t i = 0; i < m->inputs; i += 4) {
        __m512i w[4];
#pragma clang loop unroll(full)
        for (int32_t v = 0; v < 4; v++) w[v] = _mm512_loadu_si512(weights + v * panel + i * 16);
#pragma clang loop unroll(full)
        for (int32_t r = 0; r < rows; r++) {
            int32_t four;
            __builtin_memcpy(&four, input + (int64_t)r * m->inputs + i, 4);
            __m512i a = _mm512_set1_epi32(four);
#pragma clang loop unroll(full)
            for (int32_t v = 0; v < 4; v++) acc[r][v] = _mm512_dpbusd_epi32(acc[r][v], a, w[v]);
        }
    }
#pragma clang loop unroll(full)
    for (int32_t r = 0; r < rows; r++)
#pragma clang loop unroll(full)
        for (int32_t v = 0; v < 4; v++) sums[r][v] = (i32x16)acc[r][v];
}

#include "kernels.inc"

const ew_kernels *ew_avx512_kernels(void) { return &avx512_kernels; }
#pragma clang attribute pop
#endif
