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
    static func resolve(_ prefix: String, _ db: Database) throws -> Found {
        let digits = prefix.utf8
        guard (4...64).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else {
            throw WireError.badField(
                "document", "\(prefix.prefix(64)) is not a key: give 4 to 64 lower-case hex digits.")
        }
        let low = KeyBytes.bytes(prefix + String(repeating: "0", count: 64 - digits.count))
        let high = KeyBytes.bytes(prefix + String(repeating: "f", count: 64 - digits.count))
        let rows = try db.rows(
            "SELECT id, key, deleted FROM document WHERE key BETWEEN ? AND ? ORDER BY key LIMIT 6", [low, high])
        guard let row = rows.first else {
            throw WireError(.unknownDocument, "There is no document \(prefix.prefix(64)).")
        }
        guard rows.count == 1 else {
            throw WireError(
                .ambiguous, "Several documents begin with \(prefix): give more of the key.",
                detail: ["candidates": .list(rows.prefix(5).map { KeyBytes.hex($0[1]) })])
        }
        return Found(id: row[0], key: KeyBytes.hex(row[1]), deleted: row[2])
    }
}
