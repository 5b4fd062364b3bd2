#include "EncoderKernels.h"

#if defined(__aarch64__)
#include <sys/auxv.h>
#endif

const ew_kernels *ew_portable_kernels(void);
const ew_kernels *ew_avx512_kernels(void);
const ew_kernels *ew_avx2_kernels(void);
const ew_kernels *ew_neon_kernels(void);

const ew_kernels *ew_kernels_of(ew_family family) {
    switch (family) {
#if defined(__x86_64__)
    case ew_family_avx512:
        if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
            && __builtin_cpu_supports("avx512dq"))
            return ew_avx512_kernels();
        return 0;
    case ew_family_avx2:
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? ew_avx2_kernels() : 0;
#endif
#if defined(__aarch64__)
    case ew_family_neon:
        return getauxval(AT_HWCAP) & 1 << 20 ? ew_neon_kernels() : 0;
#endif
    case ew_family_portable: return ew_portable_kernels();
    default: return 0;
    }
}

int64_t ew_attention_scratch(int32_t count) { return (int64_t)(32 + 4) * ((count + 31) / 32 * 32); }

uint64_t ew_checksum(const uint8_t *bytes, int64_t count) {
    uint64_t hash = (uint64_t)count;
    int64_t at = 0;
    for (; at + 8 <= count; at += 8) {
        uint64_t word;
        __builtin_memcpy(&word, bytes + at, 8);
        hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    for (; at < count; at++) hash = (hash ^ bytes[at]) * 0x100000001B3u;
    hash = (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
    return hash ^ hash >> 32;
}
