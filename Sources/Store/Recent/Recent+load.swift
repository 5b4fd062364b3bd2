import Foundation
import GRDB

extension Recent {
    /// Makes it again of the rows of `change`; at most some seconds, as a fold begins when there are many.
    static func load(_ db: Database) throws -> (recent: Recent, sequence: Int64) {
        var lookup = Lookup(db: db, recent: Recent())
        var last: Int64 = 0
        let rows = try Row.fetchCursor(db, sql: "SELECT sequence, body FROM change ORDER BY sequence")
        while let row = try rows.next() {
            let body: Data = row[1]
            last = row[0]
            let changes = try ChangeCoding.decode(Array(body)) { form in try lookup.record(form) }
            lookup.recent.apply(changes, sequence: last)
        }
        return (lookup.recent, last)
    }
}
