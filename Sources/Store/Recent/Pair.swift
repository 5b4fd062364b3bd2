/// Two numbers in order: the key of everything that is kept in memory until it is folded into the file.
struct Pair: Hashable, Comparable, Sendable {
    var first: Int64
    var second: Int64

    init(_ first: Int64, _ second: Int64 = 0) {
        self.first = first
        self.second = second
    }

    static func < (left: Pair, right: Pair) -> Bool {
        left.first != right.first ? left.first < right.first : left.second < right.second
    }
}

/// The indexes whose keys have no locality: each is a table of pairs, in order of its first number, with the newest pairs
/// in memory (``Recent``).
enum PairIndex: Int, CaseIterable, Sendable {
    /// From the first 64 bits of a document's key to the document.
    case documentKey
    /// From the place of a document in the list of all, by date, then key, to the document.
    case documentPlace
    /// From the 64 bits of a form's id to the form.
    case formKey
    /// From the hash of the `id` of a submission to the document.
    case submissionName
    /// From the hash of a folded name that is not the best one to the form.
    case alias

    var table: String {
        switch self {
        case .documentKey: "document_key"
        case .documentPlace: "document_place"
        case .formKey: "form_key"
        case .submissionName: "submission_name"
        case .alias: "alias"
        }
    }
}
