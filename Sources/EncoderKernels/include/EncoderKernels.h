#ifndef ENCODER_KERNELS_H
#define ENCODER_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// The arithmetic of the encoder, once for each family of instructions.
///
/// Products of bytes are summed as whole numbers, which no family rounds. Everything else is done in vectors of sixteen
/// 32-bit numbers, in one order, with fused multiply-adds where the source has them and nowhere else: so every family gives
/// the same bits.

/// A matrix of one byte a weight with the scale of each output.
///
/// `weights` are in tiles of sixteen outputs by four inputs: [outputs / 16][inputs / 4][16][4], from -127 to 127.
/// `sums` holds for each output the sum of its weights.
typedef struct {
    const int8_t *weights;
    const float *scales;
    const float *bias;
    const int32_t *sums;
    int32_t inputs;   // a multiple of 16
    int32_t outputs;  // a multiple of 64
} ew_matrix;

/// The families, best first.
typedef enum { ew_family_avx512 = 0, ew_family_avx2 = 1, ew_family_neon = 2, ew_family_portable = 3 } ew_family;

/// Bytes of rows of numbers: each row's largest absolute value is 127 steps of its scale.
typedef struct {
    int8_t *bytes;
    float *scales;
} ew_rounded;

typedef struct {
    /// Adds a piece's word vector, its place and its guide, and brings the sum to mean 0 and variance 1 (layer norm).
    /// `word` is in blocks of 32 weights: a half-precision scale, then sixteen bytes of two weights each.
    void (*embed)(const uint8_t *word, const float *place, const float *guide, const float *gain, const float *bias,
                  int32_t size, float *output);
    /// Rounds rows to bytes.
    void (*round)(const float *rows, int32_t count, int32_t size, ew_rounded output);
    /// Rows of outputs, `stride` numbers apart; where `gelu` is not 0 through x / (1 + exp(-2u)) with
    /// u = sqrt(2 / pi) (x + 0.044715 x^3).
    void (*dense)(const ew_matrix *matrix, ew_rounded input, int32_t count, int32_t gelu, float *output, int32_t stride);
    /// Self-attention of one window: rows of queries, keys and values side by side, `heads` heads of 32 numbers.
    /// `scratch` holds `ew_attention_scratch(count)` numbers.
    void (*attend)(const float *rows, int32_t count, int32_t heads, float *scratch, float *output);
    /// rows = layer norm (rows + added).
    void (*add_norm)(float *rows, const float *added, const float *gain, const float *bias, int32_t count, int32_t size);
    /// Scores of `outputs` labels (a multiple of 16) from two vectors side by side; weights are [2 * size][outputs].
    void (*head)(const float *first, const float *last, const float *weights, const float *bias, int32_t size,
                 int32_t outputs, float *scores);
} ew_kernels;

/// The kernels of a family; NULL where this processor lacks its instructions.
const ew_kernels *ew_kernels_of(ew_family family);

/// How many numbers `attend` needs for a window of so many rows.
int64_t ew_attention_scratch(int32_t count);

/// A 64-bit sum over words of eight bytes; finds damage, proves nothing against malice.
uint64_t ew_checksum(const uint8_t *bytes, int64_t count);

#endif
