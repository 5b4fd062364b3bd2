import Access
import Annotation
import ClientKit
import Foundation
import Testing
import Wire
import ZeroMQ

@testable import QueryService

/// What a key that is revoked loses while its owner is connected.
@Suite(.timeLimit(.minutes(2)))
struct RevocationTests {
    private static let waitUntil = AdmissionTests.waitUntil

    @Test func aClientsNextRequestIsRefused() async throws {
        try await SecuredService.with { secured in
            let key = try secured.makeKey("asker", .query)
            try await Self.waitUntil { try await secured.refusal(key) == nil }
            let error = try await ServiceClient.with(secured.clientOptions(key)) { client -> ClientError? in
                _ = try await client.status()
                try secured.keys.revoke("asker")
                do {
                    while true { _ = try await client.status() }
                } catch let error as ClientError {
                    return error
                }
            }
            #expect(error?.answer?.code == .unauthorised)
            #expect(try await secured.refusal(key)?.code == .keyRefused)
        }
    }

    @Test func aRoleThatIsTakenAwayIsGoneAtTheNextRequest() async throws {
        try await SecuredService.with { secured in
            let key = try secured.makeKey("asker", .query, .submit)
            try await Self.waitUntil { try await secured.refusal(key) == nil }
            try await KeyedPeer.with(key, port: secured.service.ports.query) { peer in
                #expect(try await peer.errorCode(.query) != .unauthorised)
                _ = try secured.keys.authorise(path: "\(secured.folder)/asker.public", permissions: [.submit])
                while try await peer.errorCode(.query) != .unauthorised {}
                #expect(try await peer.errorCode(.ping) == nil)
            }
        }
    }

    @Test func aWorkersSessionAndLeasesEndAndAnotherGetsTheJob() async throws {
        try await SecuredService.with { secured in
            let first = try secured.makeKey("first", .work)
            let second = try secured.makeKey("second", .work)
            let asker = try secured.makeKey("asker", .query, .submit)
            try await Self.waitUntil { secured.service.authenticator.control?.list.keys.count == 3 }
            let port = secured.service.ports.work
            _ = try await ServiceClient.with(secured.clientOptions(asker)) { try await $0.submit("Anna met Jean.") }
            try await KeyedPeer.with(first, port: port) { worker in
                let job = try #require(try await worker.firstJob(as: "first"))
                #expect(job.attempt == 1)
                try secured.keys.revoke("first")
                try await worker.waitUntilUnauthorised()
                #expect(try await worker.errorCode(.heartbeat, Heartbeat(inFlight: [])) == .unauthorised)
                #expect(try await worker.errorCode(.release, Release(jobs: [])) == .unauthorised)
                // The lease of half a minute would outlast the wait for an envelope.
                let again = try await KeyedPeer.with(second, port: port) { try await $0.firstJob(as: "second") }
                #expect(again?.document == job.document)
                #expect(again?.attempt == 2)
                let workers = try await ServiceClient.with(secured.clientOptions(asker)) { try await $0.workers() }
                #expect(!workers.map(\.name).contains("first"))
            }
        }
    }

    @Test func aListenerIsDroppedAndTheOthersListenOn() async throws {
        try await SecuredService.with { secured in
            let kept = try secured.makeKey("kept", .feed)
            let dropped = try secured.makeKey("dropped", .feed)
            try await Self.waitUntil { secured.service.authenticator.control?.list.keys.count == 2 }
            let port = secured.service.ports.feed
            try await KeyedPeer.with(kept, port: port, kind: .sub) { listener in
                try await KeyedPeer.with(dropped, port: port, kind: .sub) { former in
                    for peer in [listener, former] {
                        #expect(try await peer.hears())
                    }
                    try secured.keys.revoke("dropped")
                    try await Self.waitUntil { await former.endpoint.problem == .keyRefused }
                    // What came before the end may be read; nothing comes any more.
                    _ = try await former.endpoint.receive(upTo: 1_000, within: .zero)
                    for _ in 0..<2 {
                        #expect(try await listener.hears())
                    }
                    let silence = try await former.endpoint.receive(upTo: 1, within: .zero)
                    #expect(silence == [])
                }
            }
        }
    }
}

extension KeyedPeer {
    /// Says HELLO and takes the first job.
    fileprivate func firstJob(as name: String) async throws -> Job? {
        let hello = Hello(
            name: name, instance: name, extractor: "test-1", window: 1, windowBytes: 1 << 20, inFlight: [])
        var envelope = try await ask(.hello, hello)
        while let answer = envelope, answer.kind != Kind.job.rawValue { envelope = try await next() }
        return try envelope?.header(as: Job.self)
    }
}
