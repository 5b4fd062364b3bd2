import CommandSupport
import Wire

/// What became of the documents of one `submit`.
struct SubmitTally: Sendable, Equatable {
    private(set) var accepted = 0
    private(set) var alreadyThere = 0
    private(set) var refused = 0
    /// The rejects files that were written, in order.
    var rejects: [String] = []
    /// The key of the only document, for the next command.
    private(set) var onlyKey: String?

    mutating func count(_ answer: Accepted) {
        onlyKey = accepted + alreadyThere == 0 ? answer.document : nil
        if answer.duplicate { alreadyThere += 1 } else { accepted += 1 }
    }

    mutating func countRefused() { refused += 1 }

    var total: Int { accepted + alreadyThere + refused }

    /// `Accepted 9,981 · already there 12 · refused 7 (docs.jsonl.refused)`
    var line: String {
        let files = rejects.isEmpty ? "" : " (\(rejects.map(RawPath.shown).joined(separator: ", ")))"
        return "Accepted \(Numbers.grouped(accepted)) · already there \(Numbers.grouped(alreadyThere))"
            + " · refused \(Numbers.grouped(refused))\(files)"
    }

    /// How the program ends where nothing else went wrong.
    var status: ExitStatus {
        if refused == 0 { return total == 0 ? .nothingFound : .success }
        return accepted + alreadyThere == 0 ? .refused : .partlyRefused
    }
}
