import Annotation
import Foundation
import Synchronization
import Testing
import Wire
import ZeroMQ

import struct Store.BackupFolder
import enum Store.Operation
import enum Store.Outcome
import class Store.Store
import struct Store.StoreOptions

@testable import QueryService

@Suite struct WriterTests {
    /// What asks again at once must not spin.
    @Test func theWriterPausesAfterACommitOfWhichNothingWasStoredAndOnlyThen() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "writer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var options = StoreOptions()
        options.minimumFreeBytes = 0
        options.maximumPages = 150
        let store = try Store(path: folder.appending(path: "case.db").path, options: options)
        let queue = WriteQueue()
        let stored = Mutex<[Bool]>([])
        func submit(_ text: String) -> WriteRequest {
            let text = Array(text.utf8)
            return WriteRequest(
                operation: .submit(document: DocumentKey.of(text), text: text, Submission()),
                origin: .told { outcome in
                    let isStored = if case .accepted = outcome { true } else { false }
                    stored.withLock { $0.append(isStored) }
                },
                // More than a commit takes: each is one of its own.
                bytes: WriteQueue.batchBytes)
        }
        queue.push(submit("Anna met Jean."))
        queue.push(submit(String(repeating: "Too long for this disk. ", count: 40_000)))
        queue.push(submit("Jean met Anna."))
        queue.close()
        let pauses = Mutex<[Int]>([])
        try await Self.run(queue, store) { pauses.withLock { pauses in pauses.append(stored.withLock(\.count)) } }
        #expect(stored.withLock { $0 } == [true, false, true])
        #expect(pauses.withLock { $0 } == [2], "one pause, behind the second commit")
        try store.close()
    }

    private static func run(_ queue: WriteQueue, _ store: Store, pause: @escaping @Sendable () -> Void) async throws {
        let context = try ZMQContext()
        let loop = SocketLoop(context: context, name: "writer")
        defer {
            loop.stop()
            context.shutdown()
        }
        let work = try Endpoint(.router, loop: loop, options: SocketOptions())
        let publisher = try Endpoint(.xpub, loop: loop, options: SocketOptions())
        let metrics = ServiceMetrics()
        let coordinator = Coordinator(options: Dispatcher.Options(), queue: queue)
        let feed = Feed(endpoint: publisher, address: "", epoch: store.epoch, last: 0)
        let logger = SecuredService.quiet
        let monitor = HealthMonitor(
            store: store, coordinator: coordinator, queue: queue, feed: feed,
            backups: Backups(
                store: store, folder: BackupFolder(nil, beside: "case.db"), endpoint: work, metrics: metrics,
                logger: logger),
            path: "/tmp", minimumFreeBytes: 0)
        try await Writer(
            queue: queue, store: store, work: work, query: work, feed: feed, coordinator: coordinator, monitor: monitor,
            metrics: metrics, logger: logger, pause: { pause() }
        ).run()
        for endpoint in [work, publisher] { await endpoint.close() }
    }
}
