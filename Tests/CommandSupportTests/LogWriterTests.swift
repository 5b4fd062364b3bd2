import Foundation
import Logging
import Synchronization
import Testing

@testable import CommandSupport

@Suite(.timeLimit(.minutes(1))) struct LogWriterTests {
    /// A pipe whose ends can be closed one by one.
    private final class Channel: Sendable {
        let reader: Int32
        let writer: Int32

        init() {
            var ends: [Int32] = [0, 0]
            pipe(&ends)
            (reader, writer) = (ends[0], ends[1])
        }

        /// All lines up to one that begins with some words.
        func lines(until words: String) -> [String] {
            var text = ""
            var buffer = [UInt8](repeating: 0, count: 4_096)
            while !text.split(separator: "\n").contains(where: { $0.hasPrefix(words) }) || !text.hasSuffix("\n") {
                let count = read(reader, &buffer, buffer.count)
                guard count > 0 else { break }
                text += String(decoding: buffer[..<count], as: UTF8.self)
            }
            return text.split(separator: "\n").map(String.init)
        }
    }

    private static func writer(_ descriptor: Int32, capacity: Int = 1 << 20) -> LogWriter {
        LogWriter(descriptor: descriptor, capacity: capacity) { Array("lost \($0)\n".utf8) }
    }

    @Test func aReaderThatStallsHoldsNobodyUpAndIsToldHowManyLinesItMissed() {
        let channel = Channel()
        let writer = Self.writer(channel.writer, capacity: 10_000)
        let line = Array((String(repeating: "x", count: 99) + "\n").utf8)
        let start = ContinuousClock.now
        for _ in 0..<5_000 { writer.write(line) }
        writer.flush(within: 0.1)
        #expect(ContinuousClock.now - start < .seconds(5))
        let lines = channel.lines(until: "lost")
        let kept = lines.filter { $0.hasPrefix("x") }
        #expect(kept.allSatisfy { $0.utf8.count == 99 })
        #expect(lines.last == "lost \(5_000 - kept.count)")
        #expect(kept.count >= 100 && kept.count < 1_000, "what the pipe and the queue hold")
    }

    @Test func aFullDeviceEndsNothingAndLinesThereAreCountedUntilOneCanBeWritten() throws {
        signal(SIGPIPE, SIG_IGN)
        let full = open("/dev/full", O_WRONLY)
        let writer = Self.writer(full)
        for _ in 0..<3 { writer.write(Array("gone\n".utf8)) }
        writer.flush()
        // The device gets room: the same descriptor leads to a pipe now.
        let channel = Channel()
        dup2(channel.writer, full)
        writer.write(Array("here\n".utf8))
        #expect(channel.lines(until: "here") == ["lost 3", "here"])
    }

    @Test func theLossIsToldWithoutAnotherLine() {
        signal(SIGPIPE, SIG_IGN)
        let full = open("/dev/full", O_WRONLY)
        let writer = Self.writer(full)
        writer.write(Array("gone\n".utf8))
        writer.flush()
        let channel = Channel()
        dup2(channel.writer, full)
        #expect(channel.lines(until: "lost") == ["lost 1"])
    }

    @Test func aReaderThatWentAwayIsNoSignalAndALineAfterAHalfOneIsWhole() throws {
        signal(SIGPIPE, SIG_IGN)
        let path = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)").path
        defer { unlink(path) }
        let channel = Channel()
        let writer = Self.writer(channel.writer)
        close(channel.reader)
        writer.write(Array("gone\n".utf8))
        writer.flush()
        let file = open(path, O_WRONLY | O_CREAT, 0o600)
        dup2(file, channel.writer)
        writer.write(Array("here\n".utf8))
        writer.flush()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "lost 1\nhere\n")
    }

    @Test func aLineOfTextStaysOneLine() {
        let written = Mutex<[[UInt8]]>([])
        var logger = Logger(label: "program") { label in
            LineLogHandler(program: label, format: .text) { line in written.withLock { $0.append(line) } }
        }
        logger[metadataKey: "port"] = "work"
        logger.warning("two\nlines \u{1B}[31m", metadata: ["name": "a\nb"])
        let line = String(decoding: written.withLock { $0[0] }, as: UTF8.self)
        #expect(line.hasSuffix("warning program: name=a b port=work two lines ␛[31m\n"), "\(line)")
    }
}
