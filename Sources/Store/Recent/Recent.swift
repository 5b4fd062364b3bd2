/// What was committed and is not folded into the sorted tables yet: pairs of the indexes whose keys have no locality, and
/// the counters of forms.
///
/// The file has it as well, as rows of `change` in the order of commits, from which it is made again at a start. It is a
/// value: an answer takes one before it looks at the file, and what it finds there, as it is or folded since, agrees
/// with it, because every number is the whole one.
struct Recent: Sendable {
    struct Mark: Sendable {
        /// The row of `change` that said it last.
        var sequence: Int64
        /// False where the pair was taken away.
        var isPresent: Bool
    }

    /// Unchanging, so that a copy of a list of them copies references.
    final class Held: Sendable {
        let sequence: Int64
        let record: FormRecord

        init(sequence: Int64, record: FormRecord) {
            self.sequence = sequence
            self.record = record
        }
    }

    /// By the number of the index.
    private(set) var pairs = [SortedMap<Mark>](repeating: SortedMap(), count: PairIndex.allCases.count)
    /// By form.
    private(set) var records = SortedMap<Held>()
    /// The forms of `records` that a document names, by rank.
    private(set) var ranked = SortedMap<Held>()

    var count: Int { pairs.reduce(records.count) { $0 + $1.count } }

    var isEmpty: Bool { records.isEmpty && pairs.allSatisfy(\.isEmpty) }

    func record(_ form: Int64) -> FormRecord? { records[Pair(form)]?.record }

    mutating func apply(_ changes: Changes, sequence: Int64) {
        if changes.clearsRecords { clearRecords() }
        if changes.clearsPlaces { clearPlaces() }
        for (key, ids) in changes.pairs {
            for (id, isPresent) in ids {
                pairs[key.index.rawValue].set(Pair(key.key, id), Mark(sequence: sequence, isPresent: isPresent))
            }
        }
        for record in changes.records.values { set(record, sequence: sequence) }
    }

    mutating func clearRecords() {
        records = SortedMap()
        ranked = SortedMap()
    }

    mutating func clearPlaces() { pairs[PairIndex.documentPlace.rawValue] = SortedMap() }

    /// Forgets what was said up to a row of `change`, because the tables have it.
    mutating func forget(through sequence: Int64) {
        for index in pairs.indices { pairs[index].filter { $0.sequence > sequence } }
        records.filter { $0.sequence > sequence }
        ranked.filter { $0.sequence > sequence }
    }

    private mutating func set(_ record: FormRecord, sequence: Int64) {
        let key = Pair(record.form)
        if let old = records[key], old.record.documents > 0 { ranked.remove(old.record.rank) }
        let held = Held(sequence: sequence, record: record)
        records.set(key, held)
        if record.documents > 0 { ranked.set(record.rank, held) }
    }
}
