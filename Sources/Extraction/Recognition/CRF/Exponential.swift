/// e to the power of each lane, to a relative error of 3e-7, by range reduction and a polynomial (Cephes' expf): the same
/// bits on every machine. Lanes are held to [-80, 80].
@inline(__always) func exponential(_ value: SIMD8<Float>) -> SIMD8<Float> {
    var clamped = value
    clamped.replace(with: -80, where: value .< -80)
    clamped.replace(with: 80, where: value .> 80)
    // Adding 1.5 * 2^23 rounds to a whole number and leaves it in the low bits.
    let shifted = clamped * 1.442_695_04 + 12_582_912
    let power = shifted - 12_582_912
    let rest = clamped - power * 0.693_359_375 + power * 2.121_944_4e-4
    var sum = rest * 1.987_569_15e-4 + 1.398_199_95e-3
    sum = sum * rest + 8.333_451_9e-3
    sum = sum * rest + 4.166_579_6e-2
    sum = sum * rest + 1.666_666_55e-1
    sum = sum * rest + 5.000_000_1e-1
    sum = sum * rest * rest + rest + 1
    let bits = (unsafeBitCast(shifted, to: SIMD8<Int32>.self) &+ 127) &<< 23
    return sum * unsafeBitCast(bits, to: SIMD8<Float>.self)
}
