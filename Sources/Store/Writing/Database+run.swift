import GRDB
import GRDBSQLite

extension Database {
    /// Runs a statement that is prepared once for the connection.
    func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Runs a statement whose arguments are numbers: for the rows of facts, where GRDB's own binding is most of the cost.
    ///
    /// - Returns: the number that a `RETURNING` of one column and at most one row gives.
    @discardableResult
    func run(_ sql: String, numbers: [Int64?]) throws -> Int64? {
        let statement = try cachedStatement(sql: sql).sqliteStatement
        for (index, number) in numbers.enumerated() {
            // Binding a number fails for a wrong index alone, and then the step fails too.
            if let number {
                sqlite3_bind_int64(statement, Int32(index + 1), number)
            } else {
                sqlite3_bind_null(statement, Int32(index + 1))
            }
        }
        var code = sqlite3_step(statement)
        var returned: Int64?
        if code == SQLITE_ROW {
            returned = sqlite3_column_int64(statement, 0)
            code = sqlite3_step(statement)
        }
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage, sql: sql)
        }
        return returned
    }

    /// The first row of a statement that is prepared once for the connection.
    func row(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    /// All rows of a statement that is prepared once for the connection.
    func rows(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    /// The first value of the first row.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        _ type: Value.Type, _ sql: String, _ arguments: StatementArguments = StatementArguments()
    ) throws -> Value? {
        try Value.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }
}
