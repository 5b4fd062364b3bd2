internal import CSodium

/// The hash of FIPS 180-4, 32 bytes, by libsodium.
package enum SHA256 {
    /// The hash of a sequence of bytes; those that lie in one piece are not copied.
    package static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        if let hash = bytes.withContiguousStorageIfAvailable({ hash(of: $0) }) { return hash }
        return Array(bytes).withUnsafeBufferPointer { hash(of: $0) }
    }

    private static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        // It cannot fail: libsodium's hash functions always return 0.
        crypto_hash_sha256(&hash, bytes.baseAddress, UInt64(bytes.count))
        return hash
    }
}
