import Foundation
import Glibc
import Synchronization

/// The thread that serves the metrics' port: nothing that comes in there takes the time of anything else.
///
/// It holds few connections, each for seconds; where all places are taken, the one that has been there longest goes.
final class HTTPLoop: Sendable {
    private static let places = 32
    /// How long no connection is accepted after the process had no descriptor for one.
    private static let pauseMs: Int64 = 200

    /// An answer that was made for a connection.
    private struct Made: Sendable {
        let descriptor: Int32
        let number: Int
        let answer: HTTPAnswer
    }

    private struct State {
        var made: [Made] = []
        var isStopped = false
    }

    private let respond: @Sendable (HTTPRequest, @escaping @Sendable (HTTPAnswer) -> Void) -> Void
    private let state = Mutex(State())
    private let wakeUp: (reader: Int32, writer: Int32)

    /// - Parameter respond: begins to make an answer, and hands it to its second argument whenever it is there.
    init(respond: @escaping @Sendable (HTTPRequest, @escaping @Sendable (HTTPAnswer) -> Void) -> Void) {
        self.respond = respond
        var ends: [Int32] = [-1, -1]
        // Without a pipe, as the process has no descriptor left, answers wait for the next turn.
        pipe(&ends)
        for end in ends where end >= 0 { Self.makeOwn(end) }
        wakeUp = (ends[0], ends[1])
    }

    deinit { for end in [wakeUp.reader, wakeUp.writer] where end >= 0 { Glibc.close(end) } }

    /// Serves on a thread of its own until it is stopped; then the listener is closed.
    func start(_ listener: consuming HTTPListener, isOver: @escaping @Sendable () -> Void) {
        let box = Mutex<HTTPListener?>(listener)
        let thread = Thread { [self] in
            if let listener = box.withLock({ $0.take() }) { serve(listener) }
            isOver()
        }
        thread.name = "metrics"
        thread.start()
    }

    func stop() {
        state.withLock { $0.isStopped = true }
        wake()
    }

    private func wake() {
        var byte: UInt8 = 0
        _ = write(wakeUp.writer, &byte, 1)
    }

    /// Nobody else inherits it, and no call waits for it.
    private static func makeOwn(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    /// Milliseconds of the monotonic clock.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    // MARK: The thread

    private struct Place {
        let number: Int
        var connection: HTTPConnection
    }

    private func serve(_ listener: borrowing HTTPListener) {
        var places: [Place] = []
        var count = 0
        var acceptsFrom: Int64 = 0
        while !state.withLock({ $0.isStopped }) {
            let now = Self.now
            var items = [pollfd(fd: wakeUp.reader, events: Int16(POLLIN), revents: 0)]
            items.append(pollfd(fd: now < acceptsFrom ? -1 : listener.descriptor, events: Int16(POLLIN), revents: 0))
            items += places.map { pollfd(fd: $0.connection.descriptor, events: $0.connection.events, revents: 0) }
            _ = poll(&items, nfds_t(items.count), Int32(Self.wait(for: places, now)))
            drainWakeUp()
            for index in places.indices where items[index + 2].revents != 0 { advance(&places[index]) }
            deliver(to: &places)
            if items[1].revents != 0, !accept(from: listener.descriptor, into: &places, &count) {
                acceptsFrom = Self.now + Self.pauseMs
            }
            close(&places)
        }
        for place in places { Glibc.close(place.connection.descriptor) }
    }

    /// Up to the first deadline, and a fifth of a second at most: for what comes when there is nothing to wake by.
    private static func wait(for places: [Place], _ now: Int64) -> Int64 {
        let first = places.map(\.connection.deadline).min() ?? .max
        return max(0, min(first - now, places.isEmpty ? 1_000 : 200))
    }

    private func drainWakeUp() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(wakeUp.reader, &bytes, bytes.count) > 0 {}
    }

    private func advance(_ place: inout Place) {
        place.connection.advance(now: Self.now)
        guard case .waiting(let request) = place.connection.phase else { return }
        let (descriptor, number) = (place.connection.descriptor, place.number)
        respond(request) { [self] answer in
            state.withLock { $0.made.append(Made(descriptor: descriptor, number: number, answer: answer)) }
            wake()
        }
    }

    private func deliver(to places: inout [Place]) {
        let made = state.withLock { state in
            defer { state.made = [] }
            return state.made
        }
        for made in made {
            guard let index = places.firstIndex(where: { $0.number == made.number }),
                case .waiting(let request) = places[index].connection.phase
            else { continue }
            places[index].connection.answer(made.answer, now: Self.now, isHead: request.method == "HEAD")
        }
    }

    /// False where the process has no descriptor for a connection: it waits in the system meanwhile.
    private func accept(from listener: Int32, into places: inout [Place], _ count: inout Int) -> Bool {
        let descriptor = Glibc.accept(listener, nil, nil)
        guard descriptor >= 0 else { return ![EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) }
        Self.makeOwn(descriptor)
        if places.count == Self.places { Glibc.close(places.removeFirst().connection.descriptor) }
        count += 1
        places.append(Place(number: count, connection: HTTPConnection(descriptor, now: Self.now)))
        return true
    }

    private func close(_ places: inout [Place]) {
        let now = Self.now
        places.removeAll { place in
            guard place.connection.phase == .over || place.connection.deadline <= now else { return false }
            Glibc.close(place.connection.descriptor)
            return true
        }
    }
}
