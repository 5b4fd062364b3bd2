import Foundation
import GRDB

/// Functions for statements that copy many rows.
enum KeyFunctions {
    /// The first 64 bits of a document's key, in order.
    static let ordinal = DatabaseFunction("key_ordinal", argumentCount: 1, pure: true) { values in
        Data.fromDatabaseValue(values[0]).map(Ordinal.of(key:))
    }

    /// The hash by which a name is looked for.
    static let hash = DatabaseFunction("name_hash", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map { Ordinal.hash($0) }
    }

    static func add(to db: Database) {
        db.add(function: ordinal)
        db.add(function: hash)
    }
}
