/// What a process of ``ExtractionProcess`` is asked: a line of the input with its number.
struct StreamRequest {
    let bytes: [UInt8]

    init(_ line: LineReader.Line) {
        bytes = (0..<8).map { UInt8(truncatingIfNeeded: line.number >> (8 * $0)) } + line.bytes
    }

    /// The line of a request; nil where it is none.
    static func line(_ bytes: [UInt8]) -> (number: Int, bytes: [UInt8])? {
        guard bytes.count >= 8 else { return nil }
        return (bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }, Array(bytes[8...]))
    }
}

/// What such a process answers: a line of the output, and whether it is an error.
enum StreamReply {
    static func bytes(_ output: StreamOutput) -> [UInt8] { [output.isError ? 1 : 0] + output.bytes }

    static func output(_ bytes: [UInt8]) throws(FrameChannel.Fault) -> StreamOutput {
        guard let first = bytes.first, first <= 1 else { throw .closed }
        return StreamOutput(bytes: Array(bytes.dropFirst()), isError: first == 1)
    }
}
