import Testing
import Wire

@Suite struct EnvelopeTests {
    static let good: [[UInt8]] = [Array("EW/1".utf8), Array("SUBMIT".utf8), [1, 2], Array(#"{"a":1}"#.utf8), [7]]

    static func with(_ frame: Int, _ bytes: [UInt8]) -> [[UInt8]] {
        var frames = good
        frames[frame] = bytes
        return frames
    }

    static func code(of frames: [[UInt8]]) -> WireError.Code? {
        do throws(WireError) {
            _ = try Envelope(frames: frames)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func framesComeBackAsTheyWent() throws {
        let envelope = try Envelope(frames: Self.good)
        #expect(envelope.kind == "SUBMIT")
        #expect(envelope.requestID == [1, 2])
        #expect(envelope.bodies == [[7]])
        #expect(envelope.frames == Self.good)
    }

    @Test(arguments: 0...3)
    func tooFewFramesAreMalformed(count: Int) {
        #expect(Self.code(of: Array(Self.good.prefix(count))) == .malformed)
    }

    @Test func tooManyFramesAreMalformed() {
        #expect(Self.code(of: Self.good + [[1]]) == nil)
        #expect(Self.code(of: Self.good + [[1], [2]]) == .malformed)
    }

    @Test func anotherMajorVersionIsToldWhichAreSupported() {
        do throws(WireError) {
            _ = try Envelope(frames: Self.with(0, Array("EW/2".utf8)))
            Issue.record("EW/2 was accepted")
        } catch {
            #expect(error.code == .version)
            #expect(error.detail?["supported"] == .list(["EW/1"]))
        }
    }

    @Test(arguments: [[], Array("HTTP".utf8), Array("ew/1".utf8), Array(repeating: 65, count: 1_000)] as [[UInt8]])
    func aFirstFrameOfAnotherProtocolIsMalformed(frame: [UInt8]) {
        #expect(Self.code(of: Self.with(0, frame)) == .malformed)
    }

    @Test(arguments: [[], [0x20], [0xFF], Array(repeating: 65, count: 33)] as [[UInt8]])
    func aKindOutsidePrintableASCIIIsMalformed(kind: [UInt8]) {
        #expect(Self.code(of: Self.with(1, kind)) == .malformed)
    }

    @Test(arguments: [0, 1, 32, 33])
    func theRequestIDHasOneTo32Bytes(count: Int) {
        let code = Self.code(of: Self.with(2, Array(repeating: 0, count: count)))
        #expect(code == ((1...32).contains(count) ? nil : .malformed))
    }

    @Test func theRequestIDIsFoundInFramesThatCannotBeRead() {
        #expect(Envelope.requestID(in: Self.with(0, Array("EW/9".utf8))) == [1, 2])
        #expect(Envelope.requestID(in: [[1]]) == Array("-".utf8))
        #expect(Envelope.requestID(in: Self.with(2, [])) == Array("-".utf8))
    }

    @Test(arguments: ["", "[]", "1", "\"x\"", "null", "  "])
    func aHeaderThatIsNoObjectIsMalformed(header: String) {
        #expect(Self.code(of: Self.with(3, Array(header.utf8))) == .malformed)
    }

    @Test func aHeaderAboveTheLimitIsTooLarge() {
        let padding = String(repeating: " ", count: Limits.header - 2)
        #expect(Self.code(of: Self.with(3, Array("{\(padding)}".utf8))) == nil)
        #expect(Self.code(of: Self.with(3, Array("{\(padding) }".utf8))) == .tooLarge)
    }

    @Test func deepJSONIsRefusedBeforeItIsParsed() {
        func nested(_ depth: Int) -> [UInt8] {
            let inner = String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
            return Array("{\"a\":\(inner)}".utf8)
        }
        #expect(Self.code(of: Self.with(3, nested(Limits.depth))) == nil)
        #expect(Self.code(of: Self.with(3, nested(Limits.depth + 1))) == .malformed)
    }

    @Test func bracketsInStringsDoNotCount() {
        let brackets = String(repeating: "[", count: 100)
        #expect(Self.code(of: Self.with(3, Array("{\"a\":\"\\\"\(brackets)\"}".utf8))) == nil)
    }

    @Test func aNULOrInvalidUTF8InTheHeaderIsMalformed() {
        #expect(Self.code(of: Self.with(3, Array("{\"a\":\"".utf8) + [0] + Array("\"}".utf8))) == .malformed)
        #expect(Self.code(of: Self.with(3, Array("{\"a\":\"".utf8) + [0xC0, 0x80] + Array("\"}".utf8))) == .malformed)
    }

    @Test func everyPrefixOfEveryFrameIsReadOrRefusedAndNeverTraps() {
        for index in Self.good.indices {
            for length in 0...Self.good[index].count {
                _ = Self.code(of: Self.with(index, Array(Self.good[index].prefix(length))))
            }
        }
    }
}
