import Foundation
import ZeroMQ

/// Opens and closes connections against one router, and shows what stays behind.
struct Connects {
    let count: Int
    /// The connections open at once.
    let width = 8

    func run() async throws {
        let context = try ZMQContext()
        let loop = SocketLoop(context: context, name: "server")
        let clients = SocketLoop(context: context, name: "clients")
        let router = try Endpoint(.router, loop: loop)
        let address = try await router.bind("tcp://127.0.0.1:*")
        async let served: Void = echo(router)
        print("connects    resident KiB    descriptors")
        let step = max(width, count / 10)
        try await connect(width, to: address, on: clients)
        report(width)
        for done in stride(from: width, to: count, by: step) {
            let next = min(count, done + step)
            try await connect(next - done, to: address, on: clients)
            report(next)
        }
        await router.close()
        try await served
        clients.stop()
        loop.stop()
        context.shutdown()
    }

    @concurrent
    private func echo(_ router: Endpoint) async throws {
        while let batch = try await router.receive(upTo: 256) { try await router.send(batch) }
    }

    private func connect(_ count: Int, to address: String, on loop: SocketLoop) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count {
                if number >= width { try await group.next() }
                group.addTask { try await connectOnce(to: address, on: loop) }
            }
            try await group.waitForAll()
        }
    }

    private func connectOnce(to address: String, on loop: SocketLoop) async throws {
        let dealer = try Endpoint(.dealer, loop: loop)
        try await dealer.connect(address)
        try await dealer.send([Message(frames: [[1, 2, 3]])])
        let answer = try await dealer.receive(upTo: 1, within: .seconds(30))
        await dealer.close()
        guard answer == [Message(frames: [[1, 2, 3]])] else { throw Unanswered() }
    }

    private struct Unanswered: Error {}

    private func report(_ done: Int) {
        let columns = [done, residentKibibytes(), openDescriptors()].map { String($0) }
        print(columns[0].padded(8), columns[1].padded(15), columns[2].padded(14))
        fflush(nil)
    }

    private func residentKibibytes() -> Int {
        let statm = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = statm.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_024
    }

    private func openDescriptors() -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? -1
    }
}

extension String {
    /// The text, right-aligned in a column.
    func padded(_ width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
