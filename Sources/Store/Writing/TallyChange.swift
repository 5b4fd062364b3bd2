import GRDB

/// How many jobs of the pinned version are in each state, and how many documents and entities there are, kept in memory
/// so that nobody has to count; counted after another version was pinned.
struct Tally: Sendable, Equatable {
    /// By the number of the state.
    var jobs = [Int](repeating: 0, count: JobState.allCases.count)
    var documents = 0
    /// Those that a document names.
    var entities = 0

    /// Documents that wait; without a pinned version all do.
    var ready: Int { jobs[JobState.ready.rawValue] + (jobs.allSatisfy { $0 == 0 } ? documents : 0) }

    /// What the last transaction wrote; nil in a file of an earlier program.
    static func read(_ db: Database) throws -> Tally? {
        let text = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'tally'")
        let numbers = text?.split(separator: " ").compactMap { Int($0) } ?? []
        guard numbers.count == 2 + JobState.allCases.count else { return nil }
        return Tally(jobs: Array(numbers[2...]), documents: numbers[0], entities: numbers[1])
    }

    func write(_ db: Database) throws {
        try db.run(
            "INSERT INTO meta (name, value) VALUES ('tally', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            [([documents, entities] + jobs).map(String.init).joined(separator: " ")])
    }
}

/// What a transaction does to the tally, applied after COMMIT.
struct TallyChange {
    var jobs = [Int](repeating: 0, count: JobState.allCases.count)
    var documents = 0
    var entities = 0
    /// Whether everything is to be counted again.
    var recount = false

    mutating func move(from old: JobState?, to new: JobState?) {
        if let old { jobs[old.rawValue] -= 1 }
        if let new { jobs[new.rawValue] += 1 }
    }

    func applied(to tally: Tally) -> Tally {
        Tally(
            jobs: zip(tally.jobs, jobs).map { $0 + $1 }, documents: tally.documents + documents,
            entities: tally.entities + entities)
    }
}
