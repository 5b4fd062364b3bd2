import Foundation
import GRDB
import Wire

/// From the beginning of a key to the document.
enum KeyLookup {
    struct Found {
        var id: Int64
        var key: String
        var deleted: Bool
    }

    /// - Throws: `bad_field` for what cannot begin a key, `unknown_document`, or `ambiguous` with the candidates.
    static func resolve(_ prefix: String, _ lookup: Lookup) throws -> Found {
        let digits = prefix.utf8
        guard (4...64).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else {
            throw WireError.badField(
                "document", "\(prefix.prefix(64)) is not a key: give 4 to 64 lower-case hex digits.")
        }
        let low = Ordinal.of(key: KeyBytes.bytes(prefix + String(repeating: "0", count: 64 - digits.count)))
        let high = Ordinal.of(key: KeyBytes.bytes(prefix + String(repeating: "f", count: 64 - digits.count)))
        var walk = try lookup.walk(.documentKey, from: Pair(low, .min), through: high)
        var found: [Found] = []
        while found.count < 6, let pair = try walk.next() {
            guard let row = try lookup.db.row("SELECT key, deleted FROM document WHERE id = ?", [pair.second]) else {
                continue
            }
            let key = KeyBytes.hex(row[0])
            if key.hasPrefix(prefix) { found.append(Found(id: pair.second, key: key, deleted: row[1])) }
        }
        found.sort { $0.key < $1.key }
        guard let first = found.first else {
            throw WireError(.unknownDocument, "There is no document \(prefix.prefix(64)).")
        }
        guard found.count == 1 else {
            throw WireError(
                .ambiguous, "Several documents begin with \(prefix): give more of the key.",
                detail: ["candidates": .list(found.prefix(5).map(\.key))])
        }
        return first
    }
}
