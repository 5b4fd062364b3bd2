import Access
import ClientKit
import Foundation
import ServiceLifecycle
import Testing
import Wire

@testable import QueryService
@testable import ZeroMQ

/// Guarantee H: nobody without an authorised key submits, works, asks or listens.
@Suite(.timeLimit(.minutes(2)))
struct AdmissionTests {
    @Test func whoIsAuthorisedIsLetIn() async throws {
        try await SecuredService.with { secured in
            let key = try secured.makeKey("asker", .query)
            try await Self.waitUntil { try await secured.refusal(key) == nil }
        }
    }

    @Test func whoIsNotLearnsWhatIsWrong() async throws {
        try await SecuredService.with { secured in
            let stranger = try secured.makeKey("stranger")
            #expect(try await secured.refusal(stranger)?.code == .keyRefused)
            #expect(try await secured.refusal(nil)?.code == .keyRefused)
            let other = try KeyDirectory(path: "\(secured.folder)/other").makeServerKey().publicKey
            let astray = try ClientKey(name: "astray", keyPair: .random(), serverKey: other).write(into: secured.folder)
            #expect(try await secured.refusal(astray.secret)?.code == .wrongService)
        }
    }

    @Test func aServiceWithoutKeysIsNotTheOneThatAKeyIsFor() async throws {
        try await SecuredService.with(keys: false) { secured in
            _ = try secured.keys.makeServerKey()
            let key = try secured.makeKey("alice")
            #expect(try await secured.refusal(key)?.code == .wrongService)
            #expect(try await secured.refusal(nil) == nil)
        }
    }

    static let requests: [Kind] = [
        .submit, .publish, .hello, .credit, .result, .fail, .release, .heartbeat, .bye, .query, .command, .since, .ping,
    ]

    @Test(arguments: Permission.allCases)
    func eachKindOfMessageTakesItsPermission(permission: Permission) async throws {
        let allowed: [Permission: Set<Kind>] = [
            .submit: [.submit, .publish],
            .work: [.hello, .credit, .result, .fail, .release, .heartbeat, .bye],
            .query: [.query, .since], .feed: [.since], .admin: [.command], .correct: [.command],
        ]
        try await SecuredService.with { secured in
            let key = try secured.makeKey("one", permission)
            try await Self.waitUntil { secured.service.authenticator.control?.list.keys.count == 1 }
            for port in [secured.service.ports.work, secured.service.ports.query] {
                try await KeyedPeer.with(key, port: port) { peer in
                    for kind in Self.requests {
                        let isRefused = try await peer.errorCode(kind) == .unauthorised
                        let mayPass = kind == .ping || allowed[permission, default: []].contains(kind)
                        #expect(isRefused == !mayPass, "\(kind) by \(permission) on \(port)")
                    }
                }
            }
        }
    }

    @Test func onlyTheRoleFeedListens() async throws {
        try await SecuredService.with { secured in
            let asker = try secured.makeKey("asker", .query, .admin, .work, .submit)
            let listener = try secured.makeKey("listener", .feed)
            try await Self.waitUntil { secured.service.authenticator.control?.list.keys.count == 2 }
            let hears = try await KeyedPeer.with(listener, port: secured.service.ports.feed, kind: .sub) { peer in
                try await peer.hears()
            }
            #expect(hears)
            try await KeyedPeer.with(asker, port: secured.service.ports.feed, kind: .sub) { peer in
                try await Self.waitUntil { await peer.endpoint.problem == .keyRefused }
            }
        }
    }

    @Test func whoMayAskAndNotListenStillSeesEveryEvent() async throws {
        try await SecuredService.with { secured in
            let key = try secured.makeKey("asker", .query, .submit)
            try await Self.waitUntil { try await secured.refusal(key) == nil }
            let seen = try await ServiceClient.with(secured.clientOptions(key)) { client in
                _ = try await client.submit("Anna Example of Oslo met Jean-Luc Moreau in Paris.")
                var events = client.events(from: .beginning).makeAsyncIterator()
                let first = try await events.next()
                async let second = events.next()
                _ = try await client.submit("Jean-Luc Moreau of Paris met Anna Example in Oslo.")
                return [first, try await second]
            }
            #expect(seen.map { $0?.event.event } == [.accepted, .accepted])
        }
    }

    // MARK: At start

    @Test func aSecretThatOthersCanReadIsRefusedAtStart() async throws {
        try await SecuredService.with { secured in
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o640], ofItemAtPath: "\(secured.keys.path)/server.secret")
            var options = SecuredService.options(in: "\(secured.folder)/keys")
            options.keys = secured.keys.path
            let error = await Self.error(of: options)
            #expect((error as? KeyError)?.code == .tooOpen)
        }
    }

    @Test func anAddressThatOthersReachNeedsKeys() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var options = SecuredService.options(in: folder)
        options.host = "0.0.0.0"
        #expect(await Self.error(of: options) is OpenBindError)
        options.keys = "\(folder)/keys"
        let service = try await EntityWireService.make(options, logger: SecuredService.quiet)
        #expect(service.ports.work > 0)
    }

    @Test func withoutTheGuardTheServiceClosesItsDoorsAndEnds() async throws {
        let secured = try await SecuredService(hasKeys: true)
        let key = try secured.makeKey("stranger")
        let group = ServiceGroup(services: [secured.service], logger: SecuredService.quiet)
        let run = Task { try await group.run() }
        #expect(try await secured.refusal(key)?.code == .keyRefused)
        await secured.service.authenticator.handler?.endpoint.close()
        await #expect(throws: ZAPHandler.Ended.self) { try await run.value }
        #expect(try await secured.refusal(key, patience: .milliseconds(300))?.code == .unreachable)
    }

    /// Why a service does not start.
    private static func error(of options: ServiceOptions) async -> (any Error)? {
        do {
            _ = try await EntityWireService.make(options, logger: SecuredService.quiet)
            return nil
        } catch {
            return error
        }
    }

    /// Asks again and again until something is so; the suite's time limit ends it.
    static func waitUntil(_ condition: () async throws -> Bool) async throws {
        while try await !condition() { try await Task.sleep(for: .milliseconds(20)) }
    }
}
