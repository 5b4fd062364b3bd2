import BareLoop
import Foundation
import ZeroMQ

/// The ways to serve a workload; the client is the same bare loop for all.
enum Server: CaseIterable {
    case bare, endpoint
    /// The endpoint with CURVE, which names the user of each message.
    case secured

    /// Serves a workload once.
    ///
    /// - Returns: messages a second.
    func rate(of workload: Workload) async throws -> Double {
        switch self {
        case .bare: await bareRate(of: workload)
        case .endpoint: try await endpointRate(of: workload, options: SocketOptions())
        case .secured: try await securedRate(of: workload)
        }
    }

    private func securedRate(of workload: Workload) async throws -> Double {
        let key = try CurveKeyPair.random()
        var options = SocketOptions()
        options.curve = .server(secretKey: key.secretKey, domain: "benchmark")
        return try await endpointRate(of: workload, options: options, serverKey: key.publicKey)
    }

    private func bareRate(of workload: Workload) async -> Double {
        var name = [CChar](repeating: 0, count: 256)
        guard let server = bare_server_open(&name, name.count) else { return 0 }
        let address = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let handle = BareServer(pointer: server)
        async let served: Void = onThread { bare_server_run(handle.pointer, workload.count, workload.echoes ? 1 : 0) }
        let rate = await clientRate(of: workload, at: address)
        await served
        bare_server_close(server)
        return rate
    }

    private func endpointRate(
        of workload: Workload, options: SocketOptions, serverKey: CurvePublicKey? = nil
    ) async throws -> Double {
        let context = try ZMQContext()
        let loop = SocketLoop(context: context, name: "benchmark")
        let handler = try await ZAPHandler(loop: loop) { $0.key.z85 }
        async let handled: Void = handler.run()
        let router = try Endpoint(.router, loop: loop, options: options)
        let address = try await router.bind("tcp://127.0.0.1:*")
        async let served: Void = serve(workload, from: router)
        let rate = await clientRate(of: workload, at: address, serverKey: serverKey)
        try await served
        await router.close()
        await handler.stop()
        try await handled
        loop.stop()
        context.shutdown()
        return rate
    }

    @concurrent
    private func serve(_ workload: Workload, from router: Endpoint) async throws {
        var received = 0
        while received < workload.count, let batch = try await router.receive(upTo: 256) {
            received += batch.count
            if workload.echoes {
                try await router.send(batch)
            } else if received == workload.count {
                try await router.send(batch.suffix(1))
            }
        }
    }

    private func clientRate(
        of workload: Workload, at address: String, serverKey: CurvePublicKey? = nil
    ) async -> Double {
        let seconds = await onThread {
            bare_client_run(address, workload.count, workload.window, workload.size, serverKey?.bytes)
        }
        return Double(workload.count) / seconds
    }
}

/// Safe because it is used by one thread, and closed after that one ended.
private struct BareServer: @unchecked Sendable {
    let pointer: OpaquePointer
}

/// Runs what blocks on a thread of its own.
private func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: body()) }
    }
}
