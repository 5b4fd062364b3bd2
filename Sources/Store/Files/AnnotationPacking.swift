/// Stores the JSON of an annotation in a sixth of its bytes and gives back exactly the bytes that came.
///
/// The strings that our canonical JSON repeats stand for one byte each. The bytes used never occur in JSON: control
/// characters are escaped there, and 0xF8 to 0xFF are not UTF-8. What comes of it is deflated with the text of the
/// document as the dictionary, which most of its strings are in. The first byte tells the form: 0 as it came, 1 with
/// bytes for strings, 2 deflated with either behind it.
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

    /// - Parameter text: of the document.
    static func pack(_ json: [UInt8], text: [UInt8]) -> [UInt8] {
        let short = shorten(json)
        let deflated = Deflating.deflate(short, dictionary: dictionary(text))
        guard let deflated, deflated.count < short.count else { return short }
        return [2] + deflated
    }

    /// - Throws: `damaged` where the bytes are not those of this text.
    static func unpack(_ packed: some Collection<UInt8>, text: [UInt8]) throws(StoreError) -> [UInt8] {
        guard packed.first == 2 else { return lengthen(Array(packed)) }
        guard let short = Deflating.inflate(packed.dropFirst(), dictionary: dictionary(text)) else {
            throw StoreError(.damaged, "The annotation of a document cannot be read: restore a backup.")
        }
        return lengthen(short)
    }

    /// What both sides know: the beginning of the text, and a typical annotation, which is part of form 2 for ever.
    private static func dictionary(_ text: [UInt8]) -> [UInt8] { text.prefix(28_000) + example }

    private static let example = shorten(Array(exampleJSON.utf8))

    private static let exampleJSON = """
        "quantities":[{"end":31,"kind":"count","start":30,"text":"5","unit":"people","value":5},{"end":47,"kind":"money",\
        "start":40,"text":"one million","unit":"USD","value":1000000},{"end":9,"kind":"percent","start":7,"text":"5%",\
        "unit":"%","value":5}],"quotes":[{"cue":"said","end":76,"kind":"direct","source":"e1","speaker":"e2",\
        "speakerText":"the president","start":60,"text":"“"},{"cue":"according to","end":99,"kind":"indirect",\
        "speaker":"e3","start":80,"text":"that"}],"roles":[{"country":"US","end":120,"holder":"e4","office":"President",\
        "organization":"e5","start":111,"text":"President"}],"schema":"entitywire/1","sections":[{"end":48,"kind":"title",\
        "language":"en","start":0},{"end":90,"kind":"dateline","start":48}],"sources":[{"end":200,"entity":"e6",\
        "start":190,"text":"Agency"}],"title":{"end":48,"start":0,"text":"Title"},"unsupported":true,\
        "published":{"basis":"stated","value":"2024-02-15"},"dates":[{"end":130,"start":122,"text":"Thursday",\
        "type":"date","value":"XXXX-WXX-4"},{"end":150,"start":142,"text":"two years","type":"duration","value":"P2Y"},\
        {"end":160,"start":152,"text":"at noon","type":"time","value":"T12:00"}],"document":"","entities":[{"aliases":[],\
        "id":"e1","name":"Name","type":"PERSON"},{"aliases":[],"country":"US","id":"e2","name":"City","subtype":"city",\
        "type":"LOC"},{"aliases":[],"country":"GB","id":"e3","name":"Country","subtype":"country","type":"LOC"},\
        {"aliases":["Short"],"id":"e4","name":"Party","type":"ORG"},{"aliases":[],"id":"e5","name":"Africa",\
        "subtype":"region","type":"LOC"},{"aliases":[],"id":"e6","name":"Hall","type":"FAC"},{"aliases":[],"id":"e7",\
        "name":"War","type":"EVENT"},{"aliases":[],"id":"e8","name":"Thing","type":"PRODUCT"},{"aliases":[],"id":"e9",\
        "name":"Other","type":"MISC"}],"extractor":"entitywire","language":"en","mentions":[{"confidence":0.97,"end":10,\
        "entity":"e1","id":"m1","kind":"name","start":1,"text":"He","type":"PERSON"},{"confidence":1,"end":20,\
        "entity":"e2","id":"m2","kind":"pronoun","start":18,"text":"he","type":"PERSON"},{"confidence":0.99,"end":30,\
        "entity":"e3","id":"m3","kind":"nominal","start":21,"text":"The minister","type":"PERSON"},{"confidence":0.98,\
        "end":40,"entity":"e4","id":"m4","kind":"name","start":31,"subtype":"country","text":"the","type":"LOC"},\
        {"confidence":0.96,"end":50,"entity":"e5","id":"m5","kind":"name","start":41,"subtype":"city","text":"his",\
        "type":"ORG"},{"confidence":0.95,"end":60,"entity":"e6","id":"m6","kind":"name","start":51,"text":"A",\
        "type":"NORP"}],"textSha256":"
        """

    private static func shorten(_ json: [UInt8]) -> [UInt8] {
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

    private static func lengthen(_ packed: [UInt8]) -> [UInt8] {
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
