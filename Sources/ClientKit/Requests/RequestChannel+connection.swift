import Synchronization
import Wire
import ZeroMQ

extension RequestChannel {
    private static let batch = (messages: 64, bytes: 4 * 1024 * 1024)

    /// One socket after the other, for as long as there is something to ask.
    func keepConnected() async {
        var backoff = Backoff()
        while !Task.isCancelled {
            while state.withLock({ $0.table.isEmpty }), !Task.isCancelled { await wake.wait() }
            let wasUp = await serveOneSocket()
            if wasUp { backoff.reset() }
            try? await Task.sleep(for: backoff.next())
        }
    }

    /// Sends and receives on a fresh socket until its connection is lost or silent; true if there was one.
    private func serveOneSocket() async -> Bool {
        let options = await security.socketOptions(for: endpoint)
        guard let socket = try? Endpoint(.dealer, loop: loop, options: options) else { return false }
        await withTaskGroup(of: Void.self) { group in
            guard let events = try? await socket.monitor(), (try? await socket.connect(endpoint)) != nil else { return }
            group.addTask { await self.follow(events) }
            group.addTask { await self.send(through: socket) }
            group.addTask { await self.receive(from: socket) }
            await group.next()
            group.cancelAll()
        }
        await socket.close()
        return state.withLock { state in
            defer { state.table.connectionLost() }
            state.reconnect = false
            return state.table.connected
        }
    }

    /// Returns when the connection is lost, or refused for good.
    private func follow(_ events: MonitorStream) async {
        var diagnosis = ConnectionDiagnosis()
        for await event in events {
            diagnosis.note(event)
            let obstacle = diagnosis.problem.map {
                ClientError.describing($0, at: endpoint, keyFile: security.keyFile)
            }
            state.withLock { $0.table.obstacle = obstacle }
            if diagnosis.problem?.isFinal == true { return }
            switch event {
            case .handshakeSucceeded:
                let now = now
                state.withLock { $0.table.connectionMade(now: now) }
                wake.raise()
            case .disconnected:
                if state.withLock({ $0.table.connected }) { return }
            default: break
            }
        }
    }

    private func send(through socket: Endpoint) async {
        while !Task.isCancelled {
            let now = now
            let batch = state.withLock {
                $0.table.take(upTo: Self.batch.messages, bytes: Self.batch.bytes, now: now)
            }
            if batch.isEmpty {
                await wake.wait()
                continue
            }
            guard let outcomes = try? await socket.send(batch.map { Message(frames: $0.frames) }) else { return }
            let kept = zip(batch, outcomes).filter { $0.1 != .sent }.map(\.0)
            if kept.isEmpty { continue }
            state.withLock { $0.table.putBack(kept) }
            // The socket is full: the clock wakes this task again.
            await wake.wait()
        }
    }

    private func receive(from socket: Endpoint) async {
        while !Task.isCancelled, !state.withLock({ $0.reconnect }) {
            let batch = try? await socket.receive(
                upTo: 256, bytes: Self.batch.bytes, within: .milliseconds(100))
            guard let batch else { return }
            if batch.isEmpty { continue }
            let replies = batch.compactMap { try? Envelope(frames: $0.frames) }
            let now = now
            finish(state.withLock { state in replies.compactMap { state.table.receive($0, now: now) } })
            wake.raise()
        }
    }
}
