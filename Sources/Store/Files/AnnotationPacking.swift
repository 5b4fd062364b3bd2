/// Stores the JSON of an annotation in a third of its bytes and gives back exactly the bytes that came.
///
/// The strings that our canonical JSON repeats stand for one byte each. The bytes used never occur in JSON: control
/// characters are escaped there, and 0xF8 to 0xFF are not UTF-8. The first byte tells the form: 0 as it came, 1 packed.
enum AnnotationPacking {
    /// Longest first where two begin alike. Append-only for form 1: a code once given keeps its meaning.
    private static let words: [(code: UInt8, word: [UInt8])] = [
        (0x01, "{\"confidence\":0."), (0x02, "{\"confidence\":1,\"end\":"), (0x03, ",\"end\":"),
        (0x04, ",\"entity\":\"e"), (0x05, "\",\"id\":\"m"), (0x06, "\",\"kind\":\"name\",\"start\":"),
        (0x07, "\",\"kind\":\"nominal\",\"start\":"), (0x08, "\",\"kind\":\"pronoun\",\"start\":"),
        (0x0B, ",\"text\":\""), (0x0C, "\",\"type\":\"PERSON\"},"), (0x0E, "\",\"type\":\"ORG\"},"),
        (0x0F, "\",\"type\":\"LOC\"},"), (0x10, "\",\"type\":\"NORP\"},"),
        (0x11, "\",\"subtype\":\"country\",\"type\":\"LOC\"},"), (0x12, "\",\"subtype\":\"city\",\"type\":\"LOC\"},"),
        (0x13, "{\"aliases\":[],\"country\":\""), (0x14, "{\"aliases\":[],\"id\":\"e"), (0x15, "{\"aliases\":[\""),
        (0x16, "],\"country\":\""), (0x17, "],\"id\":\"e"), (0x18, "\",\"id\":\"e"), (0x19, "\",\"name\":\""),
        (0x1A, "{\"end\":"), (0x1B, ",\"kind\":\"body\",\"language\":\"en\",\"start\":"),
        (0x1C, ",\"kind\":\"boilerplate\",\"start\":"), (0x1D, "\",\"type\":\"date\",\"value\":\""),
        (0x1E, ",\"start\":"), (0x1F, "\",\"office\":\""), (0x7F, "\",\"unit\":\""),
        (0xF8, ",\"kind\":\"count\""), (0xF9, ",\"kind\":\"body\",\"start\":"), (0xFA, ",\"holder\":\"e"),
        (0xFB, ",\"kind\":\"direct\",\"speaker\":\"e"), (0xFC, ",\"kind\":\"indirect\",\"speaker\":\"e"),
        (0xFD, "\",\"speakerText\":\""), (0xFE, "\",\"type\":\""), (0xFF, "\"},"),
    ].map { ($0.0, Array($0.1.utf8)) }

    private static let table = PackingTable(words)

    static func pack(_ json: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [1]
        packed.reserveCapacity(json.count / 2)
        let table = table
        let fits = json.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if table.isCode[Int(byte)] { return false }
                let entry = table.longestMatch(in: bytes, at: index)
                packed.append(entry.map { table.codes[$0] } ?? byte)
                index += entry.map { table.spans[$0].count } ?? 1
            }
            return true
        }
        return fits ? packed : [0] + json
    }

    static func unpack(_ packed: [UInt8]) -> [UInt8] {
        guard packed.first == 1 else { return Array(packed.dropFirst()) }
        let table = table
        var json: [UInt8] = []
        json.reserveCapacity(packed.count * 4)
        for byte in packed.dropFirst() {
            if table.isCode[Int(byte)] {
                json.append(contentsOf: table.bytes[table.spans[table.entries[Int(byte)]]])
            } else {
                json.append(byte)
            }
        }
        return json
    }
}

/// The words in flat arrays, so that the loop over a result touches no reference counts.
private struct PackingTable: Sendable {
    /// All words one after the other, sorted by first byte, then the longest first.
    var bytes: [UInt8] = []
    var spans: [Range<Int>] = []
    var codes: [UInt8] = []
    /// The words that begin with a byte, as places in `spans`.
    var candidates = [Range<Int>](repeating: 0..<0, count: 256)
    var isCode = [Bool](repeating: false, count: 256)
    /// From a code to its place in `spans`.
    var entries = [Int](repeating: 0, count: 256)

    init(_ words: [(code: UInt8, word: [UInt8])]) {
        for (code, word) in words.sorted(by: { ($0.word[0], $1.word.count) < ($1.word[0], $0.word.count) }) {
            let place = spans.count
            let first = Int(word[0])
            candidates[first] = (candidates[first].isEmpty ? place : candidates[first].lowerBound)..<place + 1
            spans.append(bytes.count..<bytes.count + word.count)
            bytes += word
            codes.append(code)
            isCode[Int(code)] = true
            entries[Int(code)] = place
        }
    }

    func longestMatch(in json: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        for place in candidates[Int(json[index])] {
            let span = spans[place]
            guard index + span.count <= json.count else { continue }
            var offset = 1
            while offset < span.count, bytes[span.lowerBound + offset] == json[index + offset] { offset += 1 }
            if offset == span.count { return place }
        }
        return nil
    }
}
