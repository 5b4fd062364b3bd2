/// How a row of the table `change` says what a transaction changed; the first byte is the form of the rest, 1.
///
/// Keys are 8 bytes, other numbers LEB128, strings their length and UTF-8. Of a record the spellings that changed are
/// said alone; the others are in the file, or in an earlier row.
enum ChangeCoding {
    static func encode(_ changes: Changes) -> [UInt8] {
        var bytes: [UInt8] = [1, (changes.clearsRecords ? 1 : 0) | (changes.clearsPlaces ? 2 : 0)]
        for index in PairIndex.allCases {
            let keys = changes.pairs.filter { $0.key.index == index }.sorted { $0.key.key < $1.key.key }
            put(keys.reduce(0) { $0 + $1.value.count }, &bytes)
            for (key, ids) in keys {
                for (id, isPresent) in ids.sorted(by: { $0.key < $1.key }) {
                    for shift in stride(from: 56, through: 0, by: -8) {
                        bytes.append(UInt8(truncatingIfNeeded: key.key >> Int64(shift)))
                    }
                    put(Int(id) << 1 | (isPresent ? 1 : 0), &bytes)
                }
            }
        }
        put(changes.records.count, &bytes)
        for (_, record) in changes.records.sorted(by: { $0.key < $1.key }) { put(record, &bytes) }
        return bytes
    }

    /// - Parameter base: the record of a form as it was before.
    /// - Throws: what `base` throws; `StoreError` where the bytes are cut short.
    static func decode(
        _ bytes: [UInt8], base: (_ form: Int64) throws -> FormRecord?
    ) throws -> Changes {
        var reader = ChangeReader(bytes: bytes)
        var changes = Changes()
        guard try reader.byte() == 1 else { throw ChangeReader.damage }
        let flags = try reader.byte()
        changes.clearsRecords = flags & 1 != 0
        changes.clearsPlaces = flags & 2 != 0
        for index in PairIndex.allCases {
            for _ in 0..<(try reader.number()) {
                var key: UInt64 = 0
                for _ in 0..<8 { key = key << 8 | UInt64(try reader.byte()) }
                let id = try reader.number()
                changes.set(index, Int64(bitPattern: key), Int64(id >> 1), isPresent: id & 1 == 1)
            }
        }
        for _ in 0..<(try reader.number()) {
            let form = Int64(try reader.number())
            guard var record = try base(form) else { throw ChangeReader.damage }
            try reader.read(&record)
            changes.records[form] = record
        }
        return changes
    }

    private static func put(_ record: FormRecord, _ bytes: inout [UInt8]) {
        put(Int(record.form), &bytes)
        put(record.documents, &bytes)
        put(record.mentions, &bytes)
        let changed = record.names.indices.filter { record.names[$0].isChanged }
        put(changed.count, &bytes)
        for number in changed {
            put(number, &bytes)
            put(record.names[number].text, &bytes)
            put(record.names[number].documents, &bytes)
            put(record.names[number].mentions, &bytes)
        }
        put(record.countryList ?? "", &bytes)
    }

    private static func put(_ text: String, _ bytes: inout [UInt8]) {
        put(text.utf8.count, &bytes)
        bytes += text.utf8
    }

    private static func put(_ number: Int, _ bytes: inout [UInt8]) {
        var rest = UInt(bitPattern: number)
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Reads the parts of a row one after the other.
private struct ChangeReader {
    static var damage: StoreError {
        StoreError(.damaged, "A row of the table change cannot be read: restore a backup.")
    }

    let bytes: [UInt8]
    private var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func byte() throws(StoreError) -> UInt8 {
        guard place < bytes.count else { throw Self.damage }
        place += 1
        return bytes[place - 1]
    }

    mutating func number() throws(StoreError) -> Int {
        var number: UInt = 0
        var shift: UInt = 0
        while true {
            let byte = try byte()
            guard shift < 64 else { throw Self.damage }
            number |= UInt(byte & 127) << shift
            if byte < 128 { return Int(bitPattern: number) }
            shift += 7
        }
    }

    mutating func text() throws(StoreError) -> String {
        let count = try number()
        guard count >= 0, count <= bytes.count - place else { throw Self.damage }
        defer { place += count }
        return String(decoding: bytes[place..<place + count], as: UTF8.self)
    }

    mutating func read(_ record: inout FormRecord) throws(StoreError) {
        record.documents = try number()
        record.mentions = try number()
        for _ in 0..<max(0, try number()) {
            let place = try number()
            let name = FormRecord.Name(
                text: try text(), documents: try number(), mentions: try number(), isChanged: true)
            guard place >= 0, place <= record.names.count else { throw Self.damage }
            if place == record.names.count { record.names.append(name) } else { record.names[place] = name }
        }
        for country in record.countries { record.set(country: country.code, documents: 0) }
        record.read(countryList: try text())
    }
}
