import Access
import Testing
import ZeroMQ

@testable import QueryService

@Suite struct EndOfServiceTests {
    @Test(.timeLimit(.minutes(1)), arguments: [true, false])
    func aServiceThatEndedHoldsNeitherItsLoopNorItsPorts(hasKeys: Bool) async throws {
        let secured = try await SecuredService(hasKeys: hasKeys)
        try await secured.runShortly()
        #expect(throws: ZMQError.self) { try Endpoint(.dealer, loop: secured.service.loop) }
        // The database is free again, and so are the ports.
        var options = SecuredService.options(in: secured.folder)
        options.workPort = secured.service.ports.work
        options.queryPort = secured.service.ports.query
        options.feedPort = secured.service.ports.feed
        options.keys = hasKeys ? secured.keys.path : nil
        _ = try await EntityWireService.make(options, logger: SecuredService.quiet)
    }
}
