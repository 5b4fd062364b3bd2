#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include <immintrin.h>

#include "vectors.h"

#define NAME(x) avx2_##x
#define BIAS 0

// Sums of two products of 127 by 127 fit 16 bits, so nothing saturates: the sign goes over from inputs to weights first.
static inline __attribute__((always_inline)) void NAME(dot_pair)(
    const ew_matrix *m, const int8_t *input, const int32_t rows, const int8_t *weights, int32_t v, i32x16 sums[TILE][4]) {
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i acc[TILE][2];
    for (int32_t r = 0; r < rows; r++) acc[r][0] = acc[r][1] = _mm256_setzero_si256();
    for (int32_t i = 0; i < m->inputs; i += 4) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(weights + i * 16));
        __m256i high = _mm256_loadu_si256((const __m256i *)(weights + i * 16 + 32));
#pragma clang loop unroll(full)
        for (int32_t r = 0; r < rows; r++) {
            int32_t four;
            __builtin_memcpy(&four, input + (int64_t)r * m->inputs + i, 4);
            __m256i a = _mm256_set1_epi32(four), size = _mm256_abs_epi8(a);
            __m256i x = _mm256_maddubs_epi16(size, _mm256_sign_epi8(low, a));
            __m256i y = _mm256_maddubs_epi16(size, _mm256_sign_epi8(high, a));
            acc[r][0] = _mm256_add_epi32(acc[r][0], _mm256_madd_epi16(x, ones));
            acc[r][1] = _mm256_add_epi32(acc[r][1], _mm256_madd_epi16(y, ones));
        }
    }
    for (int32_t r = 0; r < rows; r++) __builtin_memcpy(&sums[r][v], acc[r], 64);
}

static inline __attribute__((always_inline)) void NAME(dot_rows)(
    const ew_matrix *m, const int8_t *input, const int32_t rows, int32_t column, i32x16 sums[TILE][4]) {
    for (int32_t v = 0; v < 4; v++)
        NAME(dot_pair)(m, input, rows, m->weights + (int64_t)(column + v * 16) * m->inputs, v, sums);
}

#include "kernels.inc"

const ew_kernels *ew_avx2_kernels(void) { return &avx2_kernels; }
#pragma clang attribute pop
#endif
