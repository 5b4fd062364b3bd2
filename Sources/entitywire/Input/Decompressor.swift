/// Unpacks a compressed stream piece by piece.
protocol Decompressor: AnyObject {
    /// Whether the stream may end after what was unpacked so far.
    var isComplete: Bool { get }

    /// Unpacks as much as fits; how many bytes were used and how many were made.
    ///
    /// Throws a `Failure` where the bytes cannot be unpacked.
    func unpack(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(Failure) -> (used: Int, made: Int)
}

extension Decompressor {
    static func fault(_ format: String, _ reason: String) -> Failure {
        Failure(.refused, "Unpacking the \(format) input failed: \(reason).")
    }
}
