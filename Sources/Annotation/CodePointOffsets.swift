/// Translates between byte offsets in UTF-8 and code-point offsets, both from 0.
///
/// Built once for a text in one pass; each look-up costs a constant number of steps, whatever the length of the text.
public struct CodePointOffsets: Sendable {
    private static let stride = 64
    /// The code points before byte `i * stride`.
    private let marks: [Int32]
    private let bytes: [UInt8]
    /// The length of the text in code points.
    public let count: Int

    /// - Parameter bytes: valid UTF-8.
    public init(_ bytes: [UInt8]) {
        var marks: [Int32] = []
        marks.reserveCapacity(bytes.count / Self.stride + 1)
        var points: Int32 = 0
        for (index, byte) in bytes.enumerated() {
            if index % Self.stride == 0 { marks.append(points) }
            if byte & 0xC0 != 0x80 { points += 1 }
        }
        if bytes.count % Self.stride == 0 { marks.append(points) }
        self.marks = marks
        self.bytes = bytes
        count = Int(points)
    }

    /// The number of code points before a byte offset that lies on a code-point boundary, `bytes.count` included.
    public func codePoint(atByte byte: Int) -> Int {
        let mark = byte / Self.stride
        var points = Int(marks[mark])
        for index in (mark * Self.stride)..<byte where bytes[index] & 0xC0 != 0x80 { points += 1 }
        return points
    }

    /// The byte offset of a code point, `count` included.
    public func byte(atCodePoint point: Int) -> Int {
        var low = 0
        var high = marks.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(marks[middle]) <= point { low = middle } else { high = middle - 1 }
        }
        var byte = low * Self.stride
        var left = point - Int(marks[low])
        while byte < bytes.count {
            if bytes[byte] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            byte += 1
        }
        return byte
    }

    /// The exact string between two code-point offsets.
    public func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[byte(atCodePoint: start)..<byte(atCodePoint: end)], as: UTF8.self)
    }
}
