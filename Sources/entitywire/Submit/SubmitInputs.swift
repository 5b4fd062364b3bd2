import ClientKit
import CommandSupport
import Foundation
import Glibc
import Wire

/// The documents of all inputs, one after the other, read as they are needed.
struct SubmitInputs: ~Copyable {
    let map: FieldMap
    let defaults: Submission
    /// What a manifest says, by standardised path.
    let manifest: [String: Manifest.Entry]
    private var inputs: ArraySlice<InputFinder.Input>
    private var lines: LineReader?
    private var name = ""
    private var rejects = ""
    /// The fields that nothing was done with, as the input names them, and how often each occurred.
    private(set) var unknown: [String: Int] = [:]

    /// - Parameter inputs: a path `-` is standard input.
    init(_ inputs: [InputFinder.Input], map: FieldMap, defaults: Submission, manifest: Manifest? = nil) {
        self.inputs = inputs[...]
        self.map = map
        self.defaults = defaults
        self.manifest = manifest?.entries ?? [:]
        unknown = manifest?.unknown ?? [:]
    }

    /// The next document; nil at the end of the last input.
    mutating func next() -> SubmitItem? {
        while true {
            if lines != nil {
                if let item = nextLine() { return item }
                lines = nil
            }
            guard let input = inputs.popFirst() else { return nil }
            switch input.kind {
            case .refused(let reason): return refused(input, reason)
            case .text where input.path == "-": if let item = standardInput(input) { return item }
            case .text: return file(input)
            case .lines: if let item = open(input) { return item }
            }
        }
    }

    private func refused(_ input: InputFinder.Input, _ reason: String) -> SubmitItem {
        let entry = manifest[InputFinder.standard(input.path)]
        return SubmitItem(
            origin: input.path == "-" ? "stdin" : RawPath.shown(input.path), content: .failure(Refusal(reason)),
            line: entry?.line,
            rejects: entry?.rejects,
            size: input.size)
    }

    // MARK: Whole files

    private func file(_ input: InputFinder.Input) -> SubmitItem {
        guard input.size <= Limits.text else {
            return refused(
                input, "The text has \(input.size) bytes; the limit is \(Limits.text): submit its parts one by one.")
        }
        switch Self.read(input.path) {
        case .success(let text): return document(input, text)
        case .failure(let refusal): return refused(input, refusal.reason)
        }
    }

    /// A whole text as a document.
    private func document(_ input: InputFinder.Input, _ text: [UInt8]) -> SubmitItem {
        if let offset = UTF8Check.firstInvalidByte(text) {
            return refused(
                input,
                "The text is not valid UTF-8 at byte \(offset): convert it first, for example with "
                    + "iconv -f WINDOWS-1252 -t UTF-8.")
        }
        let entry = manifest[InputFinder.standard(input.path)]
        var submission = entry?.submission ?? defaults
        submission.id = submission.id ?? entry?.file ?? input.id.map(RawPath.shown)
        return SubmitItem(
            origin: input.path == "-" ? "stdin" : RawPath.shown(input.path),
            content: .success(.init(text: text, submission: submission)), line: entry?.line,
            rejects: entry?.rejects, size: input.size)
    }

    /// The bytes of a file; of one that grows meanwhile no more than shows that it is too long.
    private static func read(_ path: String) -> Result<[UInt8], Refusal> {
        let descriptor = RawPath.open(path)
        guard descriptor >= 0 else { return .failure(Refusal(RawPath.sentence(for: errno))) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            return .success(Array(try handle.read(upToCount: Limits.text + 1) ?? Data()))
        } catch {
            return .failure(Refusal("The file cannot be read: \(error.localizedDescription)"))
        }
    }

    // MARK: Standard input

    /// One text, or JSON Lines where the first bytes are such: then nothing is returned, and the lines are next.
    private mutating func standardInput(_ input: InputFinder.Input) -> SubmitItem? {
        lines = LineReader(descriptor: STDIN_FILENO, limit: Limits.body)
        (name, rejects) = ("stdin", "stdin.refused")
        do {
            let signature = FileSignature(try lines?.peek(FileSignature.length) ?? [])
            if signature == .jsonLines { return nil }
            let text = signature == nil ? try lines?.all(upTo: Limits.text) ?? [] : []
            lines = nil
            if let signature { return refused(input, signature.sentence) }
            guard text.count <= Limits.text else {
                return refused(input, "The text has more than \(Limits.text) bytes: submit its parts one by one.")
            }
            return document(input, text)
        } catch {
            lines = nil
            return refused(input, error.message ?? "Reading failed.")
        }
    }

    // MARK: JSON Lines

    /// Opens a file of lines; an item only where that fails.
    private mutating func open(_ input: InputFinder.Input) -> SubmitItem? {
        let isStandardInput = input.path == "-"
        let descriptor = isStandardInput ? STDIN_FILENO : RawPath.open(input.path)
        guard descriptor >= 0 else { return refused(input, RawPath.sentence(for: errno)) }
        name = isStandardInput ? "stdin" : RawPath.shown(input.path)
        rejects = isStandardInput ? "stdin.refused" : "\(input.path).refused"
        lines = LineReader(descriptor: descriptor, limit: Limits.body)
        guard isStandardInput, let head = try? lines?.peek(FileSignature.length), let signature = FileSignature(head),
            signature != .jsonLines
        else { return nil }
        lines = nil
        return refused(input, signature.sentence)
    }

    private mutating func nextLine() -> SubmitItem? {
        do {
            while let line = try lines?.next() {
                if !line.isTooLong, line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                return item(line)
            }
            return nil
        } catch {
            lines = nil
            return SubmitItem(
                origin: name, content: .failure(Refusal(error.message ?? "Reading failed.")), line: nil, rejects: nil,
                size: 0)
        }
    }

    private mutating func item(_ line: LineReader.Line) -> SubmitItem {
        var item = SubmitItem(
            origin: "\(name):\(line.number)", content: .failure(Refusal("")), line: line.bytes, rejects: rejects,
            size: line.length)
        guard !line.isTooLong else {
            item.line = nil
            item.content = .failure(Refusal("The line has \(line.length) bytes; the limit is \(Limits.body)."))
            return item
        }
        do {
            let document = try DocumentLine(line.bytes, map: map, defaults: defaults)
            for field in document.unknown { unknown[field, default: 0] += 1 }
            item.content = .success(.init(text: document.text ?? [], submission: document.submission))
        } catch {
            item.content = .failure(error)
        }
        return item
    }
}
