import Foundation
import GRDB
import Testing
import Wire

@testable import Store

/// What SQLite does for the statements that run often, or on much.
@Suite struct PlanTests {
    private static func plan(_ sql: String) throws -> [String] {
        let queue = try DatabaseQueue()
        try Schema.prepare(queue)
        return try queue.read { db in
            // Unbound arguments count as NULL, which no plan here depends on.
            let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
            statement.setUncheckedArguments(StatementArguments())
            return try Row.fetchAll(statement).map { $0["detail"] }
        }
    }

    private static let documentAfter = DocumentRows.after(date: "", key: .null)
    private static let entityAfter = EntityRows.after(documents: 0, global: 0)
    private static let ofEntity = "d.id IN (SELECT document FROM appearance WHERE entity = ?)"
    private static let dates = "\(DocumentRows.date) >= ? AND \(DocumentRows.date) <= ?"

    @Test(
        arguments: [
            Writing.nextDue("<="), Writing.nextDue(">"), Writing.readyRows, Store.leasedRows, Store.latestDue,
            Store.oldestDue, Store.mentionRows,
        ] + ([nil] + DocumentState.allCases).map(Store.jobRows)
            + documentAfter.map { DocumentRows.sql(where: "true", $0) }
            + documentAfter.map { DocumentRows.sql(where: ofEntity, $0) }
            + entityAfter.map { EntityRows.sql(where: "e.type = ?", $0) }
            + [
                EntityRows.sql(where: "true", PageRange.all(order: EntityRows.order)[0]),
                DocumentRows.sql(where: dates, PageRange.all(order: DocumentRows.order)[0]),
                "SELECT count(*) FROM entity WHERE documents > 0",
            ])
    func noTableIsReadFromItsStart(_ sql: String) throws {
        let plan = try Self.plan(sql)
        #expect(!plan.contains { $0.hasPrefix("SCAN") && $0 != "SCAN page" }, "\(sql)\n\(plan)")
    }

    /// What is walked in the order of an index stops at the limit; what is sorted is read to its end.
    @Test(
        arguments: [Writing.nextDue("<="), Writing.nextDue(">"), Writing.readyRows]
            + [.done, nil].map(Store.jobRows)
            + documentAfter.map {
                "SELECT 1 FROM document d WHERE d.deleted = 0 AND \($0.condition) ORDER BY \($0.order)"
            }
            + entityAfter.map {
                "SELECT 1 FROM entity e WHERE e.documents > 0 AND \($0.condition) ORDER BY \($0.order)"
            })
    func anIndexHasTheOrder(_ sql: String) throws {
        let plan = try Self.plan(sql)
        #expect(!plan.contains { $0.hasPrefix("USE TEMP B-TREE") }, "\(sql)\n\(plan)")
    }
}
