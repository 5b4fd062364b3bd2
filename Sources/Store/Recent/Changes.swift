/// What a transaction changes of the pairs and counters that are kept in memory.
struct Changes: Sendable {
    struct Key: Hashable, Sendable {
        var index: PairIndex
        var key: Int64
    }

    /// Whether a pair is there from now on, by key and id.
    private(set) var pairs: [Key: [Int64: Bool]] = [:]
    var records: [Int64: FormRecord] = [:]
    /// Rows for `name_index`, written at the end of the transaction.
    var names: [Int64: String] = [:]
    /// Whether all counters begin again: those of before are in neither the file nor memory.
    var clearsRecords = false
    var clearsPlaces = false

    var isEmpty: Bool { pairs.isEmpty && records.isEmpty && !clearsRecords && !clearsPlaces }

    /// How many rows of the tables it will change.
    var count: Int { pairs.reduce(records.count) { $0 + $1.value.count } }

    mutating func set(_ index: PairIndex, _ key: Int64, _ id: Int64, isPresent: Bool = true) {
        pairs[Key(index: index, key: key), default: [:]][id] = isPresent
    }

    mutating func add(_ other: Changes) {
        if other.clearsRecords { records = [:] }
        if other.clearsPlaces { clearPlaces() }
        for (key, ids) in other.pairs { pairs[key, default: [:]].merge(ids) { $1 } }
        records.merge(other.records) { $1 }
        names.merge(other.names) { $1 }
        clearsRecords = clearsRecords || other.clearsRecords
    }

    /// The pairs in order, which are forgotten here.
    mutating func takePairs() -> [(key: Key, ids: [Int64: Bool])] {
        defer { pairs = [:] }
        return pairs.sorted { ($0.key.index.rawValue, $0.key.key) < ($1.key.index.rawValue, $1.key.key) }
            .map { ($0.key, $0.value) }
    }

    mutating func clearPlaces() {
        pairs = pairs.filter { $0.key.index != .documentPlace }
        clearsPlaces = true
    }
}
