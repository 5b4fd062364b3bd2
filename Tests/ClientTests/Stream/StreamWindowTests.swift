import Foundation
import Synchronization
import Testing

@testable import entitywire

/// Lines between reading and writing: in order, bounded, and never stuck.
@Suite struct StreamWindowTests {
    private func line(_ number: Int, bytes: Int = 1) -> LineReader.Line {
        .init(number: number, bytes: [UInt8](repeating: 0x78, count: bytes), length: bytes + 1)
    }

    private func output(_ number: Int, bytes: Int = 1) -> StreamOutput {
        StreamOutput(bytes: [UInt8](repeating: UInt8(number), count: bytes), isError: false)
    }

    private func work(_ window: StreamWindow) throws -> StreamWindow.Work { try #require(window.take()) }

    /// Admits lines on a thread of its own; how many were admitted, once that no longer waits.
    private func admitting(_ lines: [LineReader.Line], to window: StreamWindow) -> (
        admitted: Mutexed, done: DispatchSemaphore
    ) {
        let admitted = Mutexed()
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            for line in lines where window.admit(line) { admitted.count.withLock { $0 += 1 } }
            done.signal()
        }
        return (admitted, done)
    }

    private final class Mutexed: Sendable { let count = Mutex(0) }

    @Test func outputsComeInTheOrderOfTheLines() throws {
        let window = StreamWindow()
        for number in 0..<4 { #expect(window.admit(line(number))) }
        window.end()
        let works = try (0..<4).map { _ in try work(window) }
        #expect(window.take() == nil)
        for number in [2, 1, 0] { window.finish(works[number], output(number)) }
        #expect(try window.outputs() == [output(0), output(1), output(2)])
        window.finish(works[3], output(3))
        #expect(try window.outputs() == [output(3)])
        window.written((0..<4).map { output($0) })
        #expect(try window.outputs().isEmpty)
    }

    @Test func aFullWindowWaitsUntilOutputIsWritten() throws {
        let window = StreamWindow(maximumCount: 2, maximumBytes: 100)
        let (admitted, done) = admitting((0..<3).map { line($0) }, to: window)
        let works = try [work(window), work(window)]
        for (number, work) in works.enumerated() { window.finish(work, output(number)) }
        let outputs = try window.outputs()
        // Extracted and even taken to be written is not yet written.
        #expect(done.wait(timeout: .now() + 0.05) == .timedOut)
        #expect(admitted.count.withLock { $0 } == 2)
        window.written(outputs)
        #expect(done.wait(timeout: .now() + 10) == .success)
        #expect(admitted.count.withLock { $0 } == 3)
    }

    @Test func bytesCountAsTheInputsThenAsTheOutputsAndOneLineAlwaysFits() throws {
        let window = StreamWindow(maximumCount: 100, maximumBytes: 10)
        #expect(window.admit(line(0, bytes: 50)))
        let (_, done) = admitting([line(1, bytes: 5)], to: window)
        window.finish(try work(window), output(0, bytes: 8))
        #expect(done.wait(timeout: .now() + 0.05) == .timedOut)
        window.written(try window.outputs())
        #expect(done.wait(timeout: .now() + 10) == .success)
    }

    @Test func aFailureWakesEverybody() throws {
        let window = StreamWindow(maximumCount: 1, maximumBytes: 10)
        #expect(window.admit(line(0)))
        let (admitted, done) = admitting([line(1)], to: window)
        window.fail(Failure(.server, "Gone."))
        window.fail(Failure(.usage, "Later."))
        #expect(done.wait(timeout: .now() + 10) == .success)
        #expect(admitted.count.withLock { $0 } == 0)
        #expect(window.take() == nil)
        #expect(throws: Failure(.server, "Gone.")) { try window.outputs() }
    }

    @Test func whatWasReadBeforeAFaultOfReadingIsWritten() throws {
        let window = StreamWindow()
        #expect(window.admit(line(0)))
        window.end(Failure(.refused, "Cut off."))
        window.finish(try work(window), output(0))
        let outputs = try window.outputs()
        #expect(outputs == [output(0)])
        window.written(outputs)
        #expect(throws: Failure(.refused, "Cut off.")) { try window.outputs() }
    }
}
