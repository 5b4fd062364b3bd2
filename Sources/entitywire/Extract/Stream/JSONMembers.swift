import Annotation

/// The members of a JSON object with their values exactly as they stand in it.
struct JSONMembers {
    private let bytes: [UInt8]
    /// The place of each member's value; of members that have one name, that of the last.
    private var ranges: [String: Range<Int>] = [:]

    /// - Parameter bytes: a JSON object that was found valid.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var index = skipBlanks(0) + 1
        while true {
            index = skipBlanks(index)
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return }
            let name = index..<endOfString(index)
            index = skipBlanks(skipBlanks(name.upperBound) + 1)
            let value = index..<endOfValue(index)
            if let name = try? CanonicalJSON.decode(String.self, from: bytes[name]) { ranges[name] = value }
            index = skipBlanks(value.upperBound)
            guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { return }
            index += 1
        }
    }

    /// The JSON of a member's value.
    subscript(name: String) -> ArraySlice<UInt8>? { ranges[name].map { bytes[$0] } }

    private func skipBlanks(_ start: Int) -> Int {
        var index = min(start, bytes.count)
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return index
    }

    private func endOfString(_ start: Int) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, bytes.count)
    }

    private func endOfValue(_ start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index = endOfString(index)
                if depth == 0 { return index }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return index }
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D: if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return index
    }
}
