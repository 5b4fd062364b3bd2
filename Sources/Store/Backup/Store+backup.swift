import Foundation
import GRDB
package import Wire

extension Store {
    /// How many pages are copied between two commits, 1 MiB: some milliseconds, unless the disk must be waited for.
    static let pagesAtOnce: Int32 = 256
    /// How often the copy is synced, in steps, so that the system never holds much of it back and then writes it all at once.
    private static let stepsBetweenSyncs = 64

    /// Makes a complete, checked copy of the database while the service works: everything committed before the call is in
    /// it, and all of what the last step found.
    ///
    /// - Parameters:
    ///   - path: where the copy will be; nothing is overwritten.
    ///   - reserve: the bytes to leave free in any case; what the service keeps back if not given.
    ///   - command: the id of the request. If the file is there and this id made it, the answer is that of then.
    ///   - progress: called with the pages copied and those there are.
    /// - Throws: `WireError` saying why there is no copy; `CancellationError`. Nothing is left behind, and the database is
    ///   as it was.
    package func backUp(
        to path: String, command: String, reserve: UInt64? = nil,
        progress: @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> BackedUp {
        if FileManager.default.fileExists(atPath: path) { return try await earlier(path, command: command) }
        let file = BackupFile(path: path, of: self.path)
        do {
            let bytes = try await writing { db in try Self.bytes(of: db) }
            try Self.checkRoom(for: bytes, at: path, reserve: reserve ?? options.minimumFreeBytes)
            try file.begin(like: self.path)
            let newest = try await copyPages(to: file, progress: progress)
            let copy = try DatabaseQueue(path: file.partial)
            try await copy.writeWithoutTransaction { db in
                try file.complete(db, command: command, newest: newest)
            }
            try copy.close()
            try file.publish()
            return try await Self.describe(path)
        } catch {
            file.discard()
            throw Self.refusal(error)
        }
    }

    /// What the command that made a copy is told again.
    private func earlier(_ path: String, command: String) async throws -> BackedUp {
        let maker = try? await Self.look(at: path) { db in try CopyMark.command(db) }
        guard maker == command else {
            throw WireError.badField(
                "file", "\(path) is there already: choose another name, or remove it at the service's host.")
        }
        return try await Self.describe(path)
    }

    private func copyPages(
        to file: BackupFile, progress: @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws -> BackupFile.Newest {
        let copy = try await writing { db in try PageCopy(of: db, into: file.partial) }
        let sync = DispatchQueue(label: "backup")
        do {
            var steps = 0
            while true {
                try Task.checkCancellation()
                let (state, newest) = try await writing { db in
                    let state = try copy.step(pages: Self.pagesAtOnce)
                    return (state, state.isComplete ? try BackupFile.Newest(db) : nil)
                }
                progress(state.done, state.total)
                if let newest {
                    try await writing { _ in copy.end() }
                    return newest
                }
                steps += 1
                if steps.isMultiple(of: Self.stepsBetweenSyncs) {
                    try await withCheckedThrowingContinuation { continuation in
                        sync.async { continuation.resume(with: Result { try FileSync.file(file.partial) }) }
                    }
                }
            }
        } catch {
            try await writing { _ in copy.end() }
            throw error
        }
    }

    /// The copy, and as much as the service wants to have free in any case.
    static func checkRoom(for bytes: Int, at path: String, reserve: UInt64) throws {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard let free = FreeSpace.bytes(at: folder), free < UInt64(bytes) + reserve else { return }
        throw WireError(
            .storageFull,
            "\(folder) has \(free >> 20) MiB free; a backup takes \(bytes >> 20) MiB and leaves at least "
                + "\(reserve >> 20) MiB: make room there.")
    }

    static func bytes(of db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0
    }

    private static func describe(_ path: String) async throws -> BackedUp {
        let (documents, last) = try await look(at: path) { db in
            (
                try Int.fetchOne(db, sql: "SELECT count(*) FROM document WHERE deleted = 0") ?? 0,
                try BackupFile.Newest(db).event
            )
        }
        let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        return BackedUp(file: path, bytes: bytes, documents: documents, last: last)
    }

    private static func look<Answer: Sendable>(
        at path: String, _ body: @Sendable @escaping (Database) throws -> Answer
    ) async throws -> Answer {
        var configuration = Configuration()
        configuration.readonly = true
        return try await DatabaseQueue(path: path, configuration: configuration).read(body)
    }

    /// What the one who asked is told. Repeating by itself helps nobody: a person has to act.
    private static func refusal(_ error: any Error) -> any Error {
        if error is WireError || error is CancellationError { return error }
        if let error = error as? DatabaseError, error.resultCode == .SQLITE_FULL {
            return WireError(.storageFull, "The backup was not made: the disk is full. Make room in its folder.")
        }
        return WireError(.notStored, "The backup was not made: \(error). The database is as it was.")
    }
}
