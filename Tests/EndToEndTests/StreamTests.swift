import Annotation
import Foundation
import Testing

/// `entitywire extract --stream` as an engine drives it: one line out for each line in, whatever the texts hold.
@Suite final class StreamTests {
    private struct Line: Decodable {
        struct Fault: Decodable {
            var code: String
            var message: String
        }

        var id: String?
        var document: String?
        var annotation: Annotation?
        var error: Fault?
    }

    /// A text with the first kills its process, one with the second never ends.
    private static let faults = ["ENTITYWIRE_DIE_ON": "kill the reader", "ENTITYWIRE_HANG_ON": "without an end"]

    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "entitywire-stream-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func file(_ name: String, _ lines: [String]) throws -> String {
        let url = folder.appending(path: name)
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: url)
        return url.path
    }

    private func run(_ arguments: [String]) throws -> (code: Int32, output: String, errors: String) {
        let process = try RunningProcess("entitywire", ["extract", "--stream"] + arguments, environment: Self.faults)
        let code = process.waitForExit()
        return (code, process.standardOutput, process.standardError)
    }

    private func decoded(_ output: String) throws -> [Line] {
        try output.split(separator: "\n").map { try CanonicalJSON.decode(Line.self, from: $0.utf8) }
    }

    private static func news(_ number: Int) -> String {
        #"{"id":"\#(number)","text":"Anna Example said on Thursday that \#(number) ships had left Oslo.","source":"S\#(number)"}"#
    }

    /// 40 articles, and in their midst all that can be wrong.
    private func mixed() throws -> String {
        var lines = (0..<40).map(Self.news)
        lines.insert(#"{"id":"dies","text":"These words kill the reader."}"#, at: 5)
        lines.insert(#"{"id":"hangs","text":"A text without an end."}"#, at: 9)
        lines.insert("no json", at: 20)
        lines.insert("", at: 21)
        lines.insert(#"{"id":"bare"}"#, at: 30)
        return try file("mixed.jsonl", lines)
    }

    @Test(.timeLimit(.minutes(2)))
    func everyLineHasItsLineInOrderAndAFaultHarmsNoOther() throws {
        let input = try mixed()
        let one = try run([input, "--jobs", "1", "--time-limit", "3", "--keep", "source"])
        #expect(one.code == 0, "\(one.errors)")
        #expect(one.errors.contains("45 lines, 5 errors."), "\(one.errors)")
        let lines = try decoded(one.output)
        #expect(lines.count == 45)
        var ids = (0..<40).map(String.init)
        ids.insert("dies", at: 5)
        ids.insert("hangs", at: 9)
        ids.insert("bare", at: 28)
        #expect(lines.compactMap(\.id) == ids)
        let faults = lines.compactMap(\.error).map(\.code)
        #expect(faults == ["extractor_died", "time_limit", "malformed", "malformed", "bad_field"])
        for line in lines where line.error == nil {
            let annotation = try #require(line.annotation)
            #expect(line.document == annotation.document)
            #expect(annotation.entities.contains { $0.name == "Anna Example" })
            #expect(annotation.entities.allSatisfy { $0.globalId?.count == 17 })
        }
        #expect(one.output.contains(#""id":"17","source":"S17"}"#))
        let three = try run([input, "--jobs", "3", "--time-limit", "3", "--keep", "source"])
        #expect(three.code == 0)
        #expect(three.output == one.output)
    }

    @Test(.timeLimit(.minutes(1)))
    func outputTakesItsNameAtTheEndAndIsMadeOnce() throws {
        let input = try file("in.jsonl", (0..<3).map(Self.news))
        let output = folder.appending(path: "out.jsonl").path
        let bare = try run([input])
        let first = try run([input, "--output", output, "--resume"])
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.isEmpty)
        #expect(try String(contentsOfFile: output, encoding: .utf8) == bare.output)
        try Data("mine".utf8).write(to: URL(filePath: output))
        let again = try run([input, "--output", output, "--resume"])
        #expect(again.code == 0)
        #expect(try String(contentsOfFile: output, encoding: .utf8) == "mine")
        #expect(try run([input, "--output", output]).code == 0)
        #expect(try String(contentsOfFile: output, encoding: .utf8) == bare.output)
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["in.jsonl", "out.jsonl"])
    }

    @Test func whatCannotBeReadOrWrittenIsNoSuccess() throws {
        let input = try file("in.jsonl", (0..<3).map(Self.news))
        let cut = folder.appending(path: "cut.gz")
        try Data([0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 1]).write(to: cut)
        let output = folder.appending(path: "out.jsonl").path
        let unreadable = try run([cut.path, "--output", output])
        #expect(unreadable.code != 0 && unreadable.errors.contains("cut off"), "\(unreadable.errors)")
        #expect(try run([input, "--output", "/dev/full"]).code != 0)
        #expect(try run([input, "--model", cut.path]).code == 2)
        #expect(try run(["/does/not/exist"]).code == 2)
        #expect(try run([input, "--keep", "id"]).code == 2)
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["in.jsonl", "cut.gz"])
    }

    @Test(.timeLimit(.minutes(1)))
    func aReaderThatGoesEndsItQuietly() throws {
        let input = try file("in.jsonl", (0..<200).map(Self.news))
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        let program = RunningProcess.products.appending(path: "entitywire").path
        shell.arguments = [
            "-c", "\"$0\" extract --stream \"$1\" --jobs 2 | head -n 1; exit ${PIPESTATUS[0]}", program, input,
        ]
        let (output, errors) = (Pipe(), Pipe())
        (shell.standardOutput, shell.standardError) = (output, errors)
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self).contains(#""id":"0""#))
        #expect(errors.fileHandleForReading.availableData.isEmpty)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [SIGKILL, SIGTERM, SIGINT])
    func nothingIsLeftOfAFilterThatIsEnded(by signal: Int32) async throws {
        let input = try file("in.jsonl", [Self.news(0), #"{"id":"hangs","text":"A text without an end."}"#])
        let process = try RunningProcess(
            "entitywire", ["extract", "--stream", input, "--jobs", "1"], environment: Self.faults)
        #expect(await process.line(beginningWith: "{") != nil)
        let children = try Self.children(of: process.pid)
        #expect(!children.isEmpty)
        process.signal(signal)
        #expect(process.waitForExit() == (signal == SIGINT ? 130 : 128 + signal))
        let deadline = ContinuousClock.now + .seconds(20)
        while children.contains(where: Self.isRunning), ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(!children.contains(where: Self.isRunning))
    }

    private static func children(of pid: Int32) throws -> [Int32] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init).filter { child in
            guard let status = try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8) else {
                return false
            }
            return status.contains("\nPPid:\t\(pid)\n")
        }
    }

    private static func isRunning(_ pid: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8) else { return false }
        return status.contains("entitywire") && !status.contains("State:\tZ")
    }
}
