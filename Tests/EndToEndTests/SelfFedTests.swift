import Foundation
import Testing

/// `entitywire-extractor --input FILE…`: no jobs, no queue, the files are what remains to be done.
@Suite struct SelfFedTests {
    @Test(.timeLimit(.minutes(2)))
    func itPublishesTextAndResultAndIsSafeToRepeat() async throws {
        let deployment = try await Deployment()
        let texts = ["Anna Example lives in Oslo.", "Jean-Luc Moreau visited Kenya on 4 March 2024."]
        var files: [String] = []
        for (index, text) in texts.enumerated() {
            let file = deployment.folder.appendingPathComponent("\(index).txt")
            try Data(text.utf8).write(to: file)
            files.append(file.path)
        }
        let bad = deployment.folder.appendingPathComponent("bad.txt")
        try Data([0x61, 0xFF]).write(to: bad)

        let first = try Self.publish(files, to: deployment)
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.errors.contains("Published 2 · already there 0 · refused 0"))
        let again = try Self.publish(files + [bad.path, "/does/not/exist"], to: deployment)
        #expect(again.code == 6)
        #expect(again.errors.contains("Published 0 · already there 2 · refused 2"), "\(again.errors)")
        #expect(again.errors.contains("bad.txt: The text is not valid UTF-8 at byte 1"))

        let verified = try deployment.client(["verify"])
        #expect(verified.code == 0, "\(verified.errors)")
        let export = try deployment.client(["export", "annotations"])
        #expect(export.output.split(separator: "\n").count == 2)
    }

    private static func publish(_ files: [String], to deployment: Deployment) throws -> (code: Int32, errors: String) {
        let process = try RunningProcess(
            "entitywire-extractor", ["--work-port", "\(deployment.ports["work"] ?? 0)", "--input"] + files)
        return (process.waitForExit(), process.standardError)
    }
}
