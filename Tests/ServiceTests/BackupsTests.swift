import Foundation
import Logging
import ServiceLifecycle
import Testing
import Wire
import ZeroMQ

import struct Store.BackupFolder
import class Store.Store

@testable import QueryService

/// Who is told what while a backup is made.
@Suite struct BackupsTests {
    /// A service of backups on a socket, and clients that have said something to it.
    private final class Fixture {
        let folder = FileManager.default.temporaryDirectory.appending(path: "backups-\(UUID().uuidString)")
        let store: Store
        let backups: Backups
        let clients: [Endpoint]
        let routes: [Route]
        private let loop: SocketLoop

        init(clients count: Int) async throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let database = folder.appending(path: "case.db").path
            store = try Store(path: database)
            loop = SocketLoop(context: try ZMQContext(), name: "backups")
            let router = try Endpoint(.router, loop: loop)
            let address = try await router.bind("tcp://127.0.0.1:*")
            var clients: [Endpoint] = []
            var routes: [Route] = []
            for number in 0..<count {
                let client = try Endpoint(.dealer, loop: loop)
                try await client.connect(address)
                let envelope = Envelope(.ping, requestID: Array("r\(number)".utf8), Empty())
                try await client.send([Message(frames: envelope.frames)])
                let message = try #require(try await router.receive(upTo: 1)?.first)
                routes.append(try #require(Route.split(message)).route)
                clients.append(client)
            }
            (self.clients, self.routes) = (clients, routes)
            backups = Backups(
                store: store, folder: BackupFolder(nil, beside: database), endpoint: router,
                metrics: ServiceMetrics(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        }

        deinit {
            loop.stop()
            loop.context.shutdown()
            try? FileManager.default.removeItem(at: folder)
        }

        /// The reply that a client gets.
        func reply(to client: Int) async throws -> Envelope {
            try Envelope(frames: try #require(try await clients[client].receive(upTo: 1)?.first).frames)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func aRepeatedCommandWaitsForTheBackupThatItBeganAndAnotherIsRefused() async throws {
        let fixture = try await Fixture(clients: 2)
        let backups = fixture.backups
        #expect(backups.progress == nil)
        try backups.begin("c1", BackupParameters(file: "a.db"), for: fixture.routes[0])
        #expect(backups.progress == BackupProgress(file: "a.db", percent: 0))
        // Sent again on the same connection, and on another one.
        try backups.begin("c1", BackupParameters(file: "a.db"), for: fixture.routes[0])
        try backups.begin("c1", BackupParameters(file: "a.db"), for: fixture.routes[1])
        let refused = #expect(throws: WireError.self) {
            try backups.begin("c2", BackupParameters(file: "b.db"), for: fixture.routes[1])
        }
        #expect(refused?.code == .busy)
        #expect(refused?.retry == .never)
        #expect(refused?.message.contains("a.db") == true)

        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await backups.run() }
            for client in 0...1 {
                let reply = try await fixture.reply(to: client)
                #expect(reply.kind == Kind.ok.rawValue)
                #expect(reply.requestID == Array("r\(client)".utf8))
            }
            #expect(backups.progress == nil)
            // Then the next one may come, and says what is wrong with it.
            try backups.begin("c3", BackupParameters(file: "a.db"), for: fixture.routes[1])
            let reply = try await fixture.reply(to: 1)
            #expect(try reply.header(as: WireError.self).code == .badField)
            // One reply to each: what was sent twice on a connection is answered once.
            #expect(try await fixture.clients[0].receive(upTo: 1, within: .zero) == [])
            group.cancelAll()
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path + "/backups")
        #expect(files == ["a.db"])
        try fixture.store.close()
    }
}
