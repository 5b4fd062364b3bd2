import GRDB
package import Wire

/// What an answer that could not be read means for the one who asked, and for the operator.
package struct ReadFailure: Sendable {
    /// Whether the file itself is damaged: waiting does not mend that.
    package let isDamage: Bool
    /// One sentence for both.
    package let error: WireError

    /// - Parameter cause: what was thrown while the answer was made; a `WireError` is an answer, not a failure.
    package init(_ cause: any Error) {
        let code = (cause as? DatabaseError)?.resultCode
        isDamage = code == .SQLITE_CORRUPT || code == .SQLITE_NOTADB
        let words = (cause as? DatabaseError).map { $0.message ?? "\($0.resultCode)" } ?? "\(cause)"
        switch code {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            error = WireError(
                .internal,
                "The database is damaged where this answer lies (\(words)): restore a backup, or salvage it with sqlite3 "
                    + ".recover.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            error = WireError(
                .busy, "Another program holds the database file: close it.", retry: .later,
                detail: ["retryAfterMs": .number(1_000)])
        default:
            error = WireError(.internal, "The answer could not be read from the database (\(words)).", retry: .never)
        }
    }
}
