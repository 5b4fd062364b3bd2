#include "vectors.h"

#define NAME(x) portable_##x
#define BIAS 0

static inline void NAME(dot_rows)(const ew_matrix *m, const int8_t *input, const int32_t rows, int32_t column, i32x16 sums[TILE][4]) {
    for (int32_t r = 0; r < rows; r++)
        for (int32_t output = 0; output < 64; output++) {
            const int8_t *weights = m->weights + (int64_t)(column + output) / 16 * 16 * m->inputs + (output % 16) * 4;
            int32_t sum = 0;
            for (int32_t i = 0; i < m->inputs; i++) sum += (int32_t)input[(int64_t)r * m->inputs + i] * weights[i / 4 * 64 + i % 4];
            sums[r][output / 16][output % 16] = sum;
        }
}

#include "kernels.inc"

const ew_kernels *ew_portable_kernels(void) { return &portable_kernels; }
