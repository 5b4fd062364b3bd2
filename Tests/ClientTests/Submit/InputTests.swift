import Foundation
import Glibc
import Testing
import Wire

@testable import entitywire

/// Files, folders, lines and manifests as they lie on the disk.
@Suite final class InputTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "entitywire-input-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @discardableResult
    private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    @discardableResult
    private func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

    private func reader(_ path: String, limit: Int = 1_000) -> LineReader {
        LineReader(descriptor: open(path, O_RDONLY), limit: limit)
    }

    @Test func linesEndAsTheyMay() throws {
        var reader = reader(try file("a", "\u{FEFF}one\r\ntwo\n\nfour"))
        var lines: [String] = []
        while let line = try reader.next() {
            lines.append("\(line.number) \(String(decoding: line.bytes, as: UTF8.self))")
        }
        #expect(lines == ["1 one", "2 two", "3 ", "4 four"])
    }

    @Test func anEmptyFileHasNoLineAndALineEndMakesNone() throws {
        var empty = reader(try file("empty", ""))
        #expect(try empty.next() == nil)
        var one = reader(try file("one", "x\n"))
        #expect(try one.next()?.length == 2)
        #expect(try one.next() == nil)
    }

    @Test(arguments: [10, 300_000, 1_000_000])
    func aLineTooLongIsPassedOverAndTheNextIsRead(limit: Int) throws {
        let long = String(repeating: "x", count: limit + 1)
        let fitting = String(repeating: "y", count: limit)
        var reader = reader(try file("long", "\(long)\n\(fitting)\nz"), limit: limit)
        let first = try reader.next()
        #expect(first == .init(number: 1, bytes: [], isTooLong: true, length: limit + 2))
        #expect(try reader.next()?.bytes.count == limit)
        #expect(try reader.next()?.bytes == [UInt8(ascii: "z")])
        #expect(try reader.next() == nil)
    }

    @Test func aFolderIsReadInOrderAndWhatIsLeftOutIsSaid() throws {
        try file("news/b.txt", "B")
        try file("news/a/z.md", "Z")
        try file("news/c.JSONL", "{}")
        try file("news/.hidden.txt", "H")
        try file("news/.git/x.txt", "G")
        try file("news/picture.txt", [0x89, 0, 1])
        try file("news/table.csv", "a,b")
        try file("news/manifest.jsonl", "{}")
        try file("news/page.txt", "<html>")
        let root = folder.appending(path: "news").path
        var finder = InputFinder()
        finder.add(root)
        #expect(
            finder.inputs.map { String($0.path.dropFirst(root.count + 1)) } == [
                "a/z.md", "b.txt", "c.JSONL", "page.txt",
            ])
        #expect(finder.inputs.map(\.kind).prefix(3) == [.text, .text, .lines])
        #expect(finder.inputs[3].kind != .text)
        #expect(finder.inputs.prefix(2).map(\.id) == ["a/z.md", "b.txt"])
        let notes = finder.notes.joined(separator: "\n")
        for words in ["2 files, hidden", "1 file, binary", "1 file, of another kind", "1 file, a manifest"] {
            #expect(notes.contains(words), "\(notes)")
        }
    }

    @Test func namedFilesAreTakenWhateverTheirNameAndMissingOnesNamed() throws {
        var finder = InputFinder()
        finder.add(try file("README", "text"))
        finder.add(try file("a.data", "a,b"))
        finder.add(try file("a.csv", "a,b"))
        finder.add(try file("a.json", "{\"text\": \"A\"}\n"))
        finder.add(try file("docs.jsonl.refused", "{}"))
        finder.add("/does/not/exist")
        let kinds: [InputFinder.Kind] = finder.inputs.map(\.kind)
        #expect(Array(kinds.prefix(2)) == [.text, .text])
        #expect(Array(kinds[3...4]) == [.lines, .lines])
        #expect(finder.inputs[2].kind != .text)
        #expect(finder.inputs[5].kind == .refused("There is no such file."))
    }

    private func items(_ plan: SubmitPlan) -> [SubmitItem] {
        var inputs = SubmitInputs(plan.inputs, map: plan.map, defaults: plan.defaults, manifest: plan.manifest)
        var items: [SubmitItem] = []
        while let item = inputs.next() { items.append(item) }
        return items
    }

    private func plan(_ inputs: [String], manifest: String? = nil, map: String? = nil) throws -> SubmitPlan {
        try SubmitPlan(inputs: inputs, manifest: manifest, map: map, jsonl: false, defaults: Submission(source: "S"))
    }

    @Test func aManifestSaysWhereItsFilesWereMetAndWhichOfAFolderCount() throws {
        try file("b.txt", "B")
        try file("a.txt", "A")
        try file("notes.txt", "N")
        let manifest = try file(
            "m.jsonl",
            #"{"file":"b.txt","published":"2024","who":1}"# + "\n\n" + #"{"file":"a.txt","source":"own"}"# + "\nx\n")
        let alone = try plan([], manifest: manifest)
        #expect(items(alone).map(\.origin.last) == ["t", "t"])
        #expect(
            items(alone).compactMap { try? $0.content.get().submission } == [
                Submission(id: "b.txt", source: "S", published: "2024"), Submission(id: "a.txt", source: "own"),
            ])
        #expect(alone.refused.map(\.origin) == ["\(manifest):4"])
        #expect(alone.manifest?.unknown == ["who": 1])
        let inFolder = try plan([folder.path], manifest: manifest)
        #expect(items(inFolder).map { URL(filePath: $0.origin).lastPathComponent } == ["a.txt", "b.txt"])
        #expect(items(inFolder).allSatisfy { $0.rejects == "\(manifest).refused" })
    }

    @Test func linesAreReadWithTheirPlaceAndBlankOnesPassedOver() throws {
        let path = try file("d.jsonl", #"{"body":"x","k":1}"# + "\n \n" + #"{"k":2}"# + "\n")
        let items = items(try plan([path], map: "text=body"))
        #expect(items.map(\.origin) == ["\(path):1", "\(path):3"])
        #expect(try items[0].content.get().text == Array("x".utf8))
        #expect(items[1].content.refusal.reason.contains("no field body"))
        #expect(items[1].rejects == "\(path).refused")
        #expect(items.reduce(0) { $0 + $1.size } == 19 + 8)
    }

    @Test func textsThatCannotBeAreRefusedWithoutBeingRead() throws {
        let large = try file("large.txt", [UInt8](repeating: 0x78, count: Limits.text + 1))
        let latin = try file("latin.txt", Array("caf".utf8) + [0xE9])
        let items = items(try plan([large, latin]))
        #expect(items[0].content.refusal.reason.contains("4194305 bytes"))
        #expect(items[1].content.refusal.reason.contains("byte 3"))
        #expect(items[1].content.refusal.reason.contains("iconv -f WINDOWS-1252"))
    }

    @Test func pipesAndDeadLinksAreNamedAndNotOpened() throws {
        try file("folder/a.txt", "A")
        let pipe = folder.appending(path: "folder/pipe.txt").path
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(symlink("nowhere", folder.appending(path: "folder/dead.txt").path) == 0)
        var finder = InputFinder()
        finder.add(folder.appending(path: "folder").path)
        #expect(finder.inputs.map { ($0.path as NSString).lastPathComponent } == ["a.txt", "dead.txt"])
        #expect(finder.inputs.last?.kind != .text)
        #expect(finder.notes == ["Left out 1 file, a pipe or a device: \(pipe)"])
        finder.add(pipe)
        guard case .refused(let reason)? = finder.inputs.last?.kind else {
            Issue.record("The pipe was taken.")
            return
        }
        #expect(reason.contains("standard input"))
    }

    @Test func filesThatOnlyTheManifestNamesAreSpokenOf() throws {
        let here = try file("folder/a.txt", "A")
        let there = try file("other/b.txt", "B")
        let manifest = try file(
            "m.jsonl",
            #"{"file":"folder/a.txt"}"# + "\n" + #"{"file":"other/b.txt"}"# + "\n" + #"{"file":"folder/no.txt"}"#)
        let plan = try SubmitPlan(
            inputs: [folder.appending(path: "folder").path], manifest: manifest, map: nil, jsonl: false,
            defaults: Submission())
        #expect(plan.inputs.map { ($0.path as NSString).lastPathComponent } == ["a.txt", "no.txt"])
        #expect(plan.inputs.first?.path == here)
        #expect(plan.inputs.last?.kind == .refused("There is no such file."))
        #expect(plan.notes.contains { $0.contains("in the manifest, not in what was named") && $0.contains(there) })
    }

    @Test func outputFollowsLinksAndLeavesNoHalfFile() throws {
        let target = try file("target", "old")
        let link = folder.appending(path: "link").path
        #expect(symlink(target, link) == 0)
        do {
            let abandoned = try OutputFile(link)
            try abandoned.write(Array("half".utf8))
        }
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "old")
        let output = try OutputFile(link)
        try output.write(Array("new".utf8))
        try output.commit()
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["target", "link"])
    }

    @Test func outputToADeviceLeavesTheDevice() throws {
        let output = try OutputFile("/dev/null")
        try output.write(Array("new".utf8))
        try output.commit()
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        let full = try OutputFile("/dev/full")
        #expect(throws: Failure(.output, "/dev/full cannot be written: No space left on device.")) {
            try full.write([1])
        }
    }
}
