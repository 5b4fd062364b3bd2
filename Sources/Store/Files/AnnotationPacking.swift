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

    /// For each first byte the words that begin with it, the longest first.
    private static let byFirstByte: [[(code: UInt8, word: [UInt8])]] = {
        var table = [[(code: UInt8, word: [UInt8])]](repeating: [], count: 256)
        for entry in words { table[Int(entry.word[0])].append(entry) }
        return table.map { $0.sorted { $0.word.count > $1.word.count } }
    }()

    private static let byCode: [[UInt8]?] = {
        var table = [[UInt8]?](repeating: nil, count: 256)
        for entry in words { table[Int(entry.code)] = entry.word }
        return table
    }()

    static func pack(_ json: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [1]
        packed.reserveCapacity(json.count / 2)
        let fits = json.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byCode[Int(byte)] != nil { return false }
                if let entry = byFirstByte[Int(byte)].first(where: { matches($0.word, bytes, index) }) {
                    packed.append(entry.code)
                    index += entry.word.count
                } else {
                    packed.append(byte)
                    index += 1
                }
            }
            return true
        }
        return fits ? packed : [0] + json
    }

    static func unpack(_ packed: [UInt8]) -> [UInt8] {
        guard packed.first == 1 else { return Array(packed.dropFirst()) }
        var json: [UInt8] = []
        json.reserveCapacity(packed.count * 4)
        for byte in packed.dropFirst() {
            if let word = byCode[Int(byte)] { json.append(contentsOf: word) } else { json.append(byte) }
        }
        return json
    }

    private static func matches(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + word.count <= bytes.count else { return false }
        for offset in 1..<word.count where bytes[index + offset] != word[offset] { return false }
        return true
    }
}
