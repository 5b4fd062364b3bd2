import Foundation
import Logging
import Synchronization
import Testing

@testable import CommandSupport

@Suite struct JSONLogHandlerTests {
    /// The lines that a logger writes.
    private static func lines(_ body: (Logger) -> Void) throws -> [[String: String]] {
        let written = Mutex<[[UInt8]]>([])
        let logger = Logger(label: "program") { label in
            LineLogHandler(program: label, format: .json) { line in written.withLock { $0.append(line) } }
        }
        body(logger)
        return try written.withLock { $0 }.map { line in
            #expect(line.last == UInt8(ascii: "\n"))
            #expect(line.dropLast().contains(UInt8(ascii: "\n")) == false)
            return try JSONDecoder().decode([String: String].self, from: Data(line))
        }
    }

    @Test func anEventIsOneObjectWithTimeLevelMessageAndItsFields() throws {
        let lines = try Self.lines { logger in
            logger.warning("a key was refused", metadata: ["port": "work", "address": "127.0.0.1"])
        }
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        #expect(line["level"] == "warning")
        #expect(line["program"] == "program")
        #expect(line["message"] == "a key was refused")
        #expect(line["port"] == "work")
        #expect(line["address"] == "127.0.0.1")
        let time = try #require(line["time"])
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        #expect(abs(try style.parse(time).timeIntervalSinceNow) < 3_600)
    }

    @Test(arguments: ["two\nlines", "a \"quote\" and \\", "\u{1}\u{7F}", "ł ø 日本", "{\"message\":\"forged\"}"])
    func whateverAFieldHoldsTheLineStaysOneLine(_ value: String) throws {
        let lines = try Self.lines { $0.info("\(value)", metadata: ["value": "\(value)"]) }
        #expect(lines.first?["message"] == value)
        #expect(lines.first?["value"] == value)
    }

    @Test func aFieldCannotReplaceWhatTheLineItselfSays() throws {
        let lines = try Self.lines { $0.info("true", metadata: ["message": "false", "level": "none"]) }
        #expect(lines.first?["message"] == "true")
        #expect(lines.first?["level"] == "info")
    }

    @Test func whatIsBelowTheLevelIsNotWritten() throws {
        #expect(try Self.lines { $0.debug("no") }.isEmpty)
    }
}
