import Glibc

/// The lines of a file or of standard input, read as they are needed: no more than a line is held.
struct LineReader: ~Copyable {
    struct Line: Equatable {
        /// Counts from 1.
        var number: Int
        /// Without the line end; empty where the line is too long.
        var bytes: [UInt8]
        var isTooLong = false
        /// Up to and with the line end.
        var length: Int
    }

    private var source: ByteSource
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var number = 0
    private var atEnd = false

    /// - Parameters:
    ///   - descriptor: is closed at the end, but for standard input.
    ///   - limit: the longest line kept.
    ///   - unpacks: whether to unpack what begins as gzip or Zstandard does.
    init(descriptor: Int32, limit: Int, unpacks: Bool = false) {
        source = ByteSource(descriptor: descriptor, unpacks: unpacks)
        self.limit = limit
    }

    /// The first bytes of what is to come, without taking them; fewer where a pipe gives no more at once.
    mutating func peek(_ count: Int) throws(Failure) -> [UInt8] {
        if start == buffer.count, !atEnd { try fill() }
        return Array(buffer[start...].prefix(count))
    }

    /// All that is to come, as one piece; of more than a number of bytes, that many and one.
    mutating func all(upTo count: Int) throws(Failure) -> [UInt8] {
        while !atEnd, buffer.count - start <= count { try fill() }
        return Array(buffer[start...].prefix(count + 1))
    }

    /// The next line; nil at the end.
    mutating func next() throws(Failure) -> Line? {
        number += 1
        var skipped = 0
        var searched = start
        while true {
            if let end = lineEnd(from: searched) {
                return line(upTo: end, next: end + 1, skipped: skipped)
            }
            if atEnd {
                return start < buffer.count || skipped > 0
                    ? line(upTo: buffer.count, next: buffer.count, skipped: skipped) : nil
            }
            if buffer.count - start > limit + 4 {
                skipped += buffer.count - start
                start = buffer.count
            }
            searched = buffer.count - start
            try fill()
        }
    }

    private func lineEnd(from start: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let end = memchr(base + start, 0x0A, bytes.count - start) else {
                return nil
            }
            return base.distance(to: UnsafeRawPointer(end))
        }
    }

    private mutating func line(upTo end: Int, next: Int, skipped: Int) -> Line {
        defer { start = next }
        let length = skipped + next - start
        if skipped > 0 || end - start > limit {
            return Line(number: number, bytes: [], isTooLong: true, length: length)
        }
        var bytes = Array(buffer[start..<end])
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return Line(number: number, bytes: bytes, length: length)
    }

    /// Moves what is left to the front, and reads on behind it.
    private mutating func fill() throws(Failure) {
        buffer.removeFirst(start)
        start = 0
        let piece = try source.next()
        if piece.isEmpty { atEnd = true }
        buffer += piece
    }
}
