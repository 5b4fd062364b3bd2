import Foundation
import GRDB
import Synchronization
import Wire

/// How far the store is with keeping what it holds where its path leads elsewhere.
struct Rescue: Sendable {
    var isBegun = false
    /// What became of it, for the operator: the rest of the sentence that says what was lost.
    var outcome: String?
}

extension Store {
    /// Looks whether the path still leads to the file that is held, and keeps what is held where it does not.
    ///
    /// Nothing is committed any more from the first moment on. The copy of everything that is held goes into a file of its
    /// own beside the path; the log is never emptied into a file that nobody can reach.
    /// - Returns: what was lost and where it is now, in one sentence; nil while all is well.
    package func look() async -> String? {
        guard let loss = held.look() else { return nil }
        return await keep(loss)
    }

    /// What was lost, as far as it is known; nil while all is well.
    package var loss: String? {
        guard let loss = held.loss else { return nil }
        let outcome = rescue.withLock { $0.outcome }
        return outcome.map { "\(loss.sentence) \($0)" } ?? loss.sentence
    }

    /// Ends the work with the file: marks the end as clean, empties the log and closes. No other call may follow.
    ///
    /// - Throws: `lost` where the path leads elsewhere: what was held is kept, and the sentence says where.
    package func end() async throws {
        guard let loss = held.lookLast() else {
            try await checkpoint()
            return try close()
        }
        let sentence = await keep(loss)
        // To close the last connection would empty the log, and remove what has its name now. The process ends soon.
        _ = Unmanaged.passRetained(pool)
        releaseLocks()
        throw StoreError(.lost, sentence)
    }

    private func keep(_ loss: FileLoss) async -> String {
        let isFirst = rescue.withLock { rescue in
            defer { rescue.isBegun = true }
            return !rescue.isBegun
        }
        if isFirst {
            // Whoever looks may be cancelled meanwhile; the copy is made all the same.
            let outcome = await Task { await kept(loss) }.value
            rescue.withLock { $0.outcome = outcome }
        }
        while rescue.withLock({ $0.outcome }) == nil { try? await Task.sleep(for: .milliseconds(20)) }
        return self.loss ?? loss.sentence
    }

    private func kept(_ loss: FileLoss) async -> String {
        switch loss.kind {
        case .moved: return "File and log lie together under another name: nothing is lost."
        case .log: return await emptyIntoFile()
        case .overwritten: return setLogAside()
        case .vanished: return await copyBeside()
        }
    }

    /// The file itself is where it was: what the lost log holds goes into it, while the process still has it open.
    private func emptyIntoFile() async -> String {
        do {
            try await writing { db in try Self.emptyLog(db, waitingMs: Self.busyTimeoutMs) }
            return "All that was accepted is in \(path)."
        } catch {
            return "What the log held could not be written into \(path): \(error). It is in this process alone."
        }
    }

    /// The log belongs to another content than the file has now; at the next start it must not be played into that.
    private func setLogAside() -> String {
        let aside = "\(path).log-\(Int(Date().timeIntervalSince1970))"
        guard rename(path + "-wal", aside) == 0 else { return "Restore a backup." }
        return "The log of what was there is now \(aside): restore a backup."
    }

    private func copyBeside() async -> String {
        let target = "\(path)\(Self.rescued)\(Int(Date().timeIntervalSince1970))"
        do {
            _ = try await backUp(to: target, command: "rescue", reserve: 0) { _, _ in }
            _ = setLogAside()
            return "All that was accepted is in \(target): put it in place with entitywire-service --restore "
                + "\(URL(filePath: target).path)."
        } catch {
            let reason = (error as? WireError)?.message ?? "\(error)"
            return "It could not be copied to \(target) (\(reason)) and is in this process alone: copy it from "
                + "/proc/\(getpid())/fd before the service ends."
        }
    }

    private static let rescued = ".rescued-"

    /// Throws where the database is not there, but what a service held of it is: to begin with an empty one would seem to
    /// have lost all, and would remove the log.
    static func checkRescued(path: String) throws(StoreError) {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let url = URL(filePath: path)
        let folder = url.deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        if let copy = names.filter({ $0.hasPrefix(url.lastPathComponent + rescued) && !$0.hasSuffix(".partial") }).max()
        {
            throw StoreError(
                .lost,
                "\(path) is not there; what the service held when it went away is in \(folder)/\(copy): put that in place "
                    + "with --restore \(folder)/\(copy), or move it away to begin anew.")
        }
        var status = stat()
        guard stat(path + "-wal", &status) == 0, status.st_size > 0 else { return }
        throw StoreError(
            .lost,
            "\(path) is not there, but its log \(path)-wal is, and would be lost: put the file back, or move the log away "
                + "to begin anew.")
    }
}
