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

    private static let queue = [
        Writing.nextDue("<="), Writing.nextDue(">"), Writing.readyRows, Store.leasedRows, Store.latestDue,
        Store.oldestDue, Store.jobOfDocument,
    ]
    private static let states = JobState.allCases.compactMap(Store.jobRows)
    private static let walks =
        PairIndex.allCases.map(\.walk) + [RankingWalk.ofType, RankingWalk.ofCountry, DocumentSearch.found]
    private static let rows =
        PairIndex.allCases.map(\.select) + [
            DocumentRows.row, FormRows.select, Store.mentionRows, Store.roleRows, Store.quoteRows, Store.annotationRow,
            NameSearch.names,
        ]

    /// What FTS5 finds by its index.
    private static func isSearch(_ step: String) -> Bool {
        step.contains("_index VIRTUAL TABLE INDEX") && step.contains(":M")
    }

    @Test(arguments: queue + states + walks + rows)
    func noTableIsReadFromItsStart(_ sql: String) throws {
        let plan = try Self.plan(sql)
        #expect(!plan.contains { $0.hasPrefix("SCAN") && !Self.isSearch($0) }, "\(sql)\n\(plan)")
    }

    /// What is walked in the order of an index stops at the limit; what is sorted is read to its end.
    @Test(
        arguments: [Writing.nextDue("<="), Writing.nextDue(">"), Writing.readyRows] + states + walks + [
            Store.mentionRows, Store.roleRows, Store.quoteRows,
        ])
    func anIndexHasTheOrder(_ sql: String) throws {
        let plan = try Self.plan(sql)
        #expect(!plan.contains { $0.hasPrefix("USE TEMP B-TREE") }, "\(sql)\n\(plan)")
    }
}
