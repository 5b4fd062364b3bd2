import ClientKit
import Foundation
import Glibc

/// Finds the files that the arguments of `submit` name: folders recursively, in sorted order.
struct InputFinder {
    enum Kind: Equatable {
        case text
        case lines
        /// Refused unread: what a person must do about it.
        case refused(String)
    }

    struct Input: Equatable {
        var path: String
        var kind: Kind
        var size: Int
        /// What the documents of a file are called where nothing else names them: its path as given, in a folder that from
        /// the folder on.
        var id: String?
    }

    private static let textSuffixes = ["txt", "text", "md", "markdown"]
    private static let lineSuffixes = ["jsonl", "ndjson"]
    private static let tableSuffixes = ["csv", "tsv"]

    /// Take named files as JSON Lines whatever their suffix.
    var forceLines = false
    /// The files that a manifest lists, by standardised path; in folders only these are taken.
    var listed: Set<String>?
    private(set) var inputs: [Input] = []
    /// What folders had and nobody wants: reason → files.
    private(set) var skipped: [String: [String]] = [:]

    init(forceLines: Bool = false, listed: Set<String>? = nil) {
        self.forceLines = forceLines
        self.listed = listed
    }

    /// Adds a file or a folder.
    mutating func add(_ path: String) {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            inputs.append(Input(path: path, kind: .refused("There is no such file."), size: 0))
            return
        }
        if isFolder.boolValue { return addFolder(path) }
        guard Self.isFile(path) else {
            let advice = "This is no file but a pipe or a device: read it as standard input, with - and <."
            inputs.append(Input(path: path, kind: .refused(advice), size: 0))
            return
        }
        let isLines = forceLines || Self.lineSuffixes.contains(Self.suffix(path))
        if Self.tableSuffixes.contains(Self.suffix(path)) {
            let advice = "This is a table, not text: make JSON Lines of it, for example with mlr --icsv --ojsonl cat."
            return inputs.append(Input(path: path, kind: .refused(advice), size: 0))
        }
        add(path, id: path, signature: signature(path), isLines ? .lines : .text)
    }

    private mutating func addFolder(_ folder: String) { addFolder(folder, within: "") }

    /// - Parameter prefix: the path from the folder that was named to this one, with a slash; empty for that one.
    private mutating func addFolder(_ folder: String, within prefix: String) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            inputs.append(
                Input(path: folder, kind: .refused("The folder cannot be read: check its permissions."), size: 0))
            return
        }
        for name in names.sorted(by: { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }) {
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            var isFolder = ObjCBool(false)
            if name.hasPrefix(".") {
                skip(path, "hidden")
                continue
            }
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                let reason = "It cannot be opened: a link that leads nowhere, or a name that is not UTF-8."
                inputs.append(Input(path: path, kind: .refused(reason), size: 0))
                continue
            }
            // A link to a folder may lead back up.
            let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
            if !isFolder.boolValue {
                addFound(path, name, within: prefix)
            } else if isLink {
                skip(path, "a link to a folder")
            } else {
                addFolder(path, within: "\(prefix)\(name)/")
            }
        }
    }

    private mutating func addFound(_ path: String, _ name: String, within prefix: String) {
        if let listed, !listed.contains(Self.standard(path)) { return skip(path, "not in the manifest") }
        if !Self.isFile(path) { return skip(path, "a pipe or a device") }
        if name == "manifest.jsonl" { return skip(path, "a manifest: give --manifest to use it") }
        if name.hasSuffix(".refused") { return skip(path, "refused lines: name the file to submit it") }
        let suffix = Self.suffix(name)
        switch signature(path) {
        case .success(.binary?) where listed == nil: skip(path, "binary")
        case .success(nil) where !(Self.textSuffixes + Self.lineSuffixes).contains(suffix) && listed == nil:
            skip(path, "of another kind: name the file to submit it as text")
        case .success(.jsonLines?) where !(Self.textSuffixes + Self.lineSuffixes).contains(suffix) && listed == nil:
            skip(path, "JSON Lines: name the file to submit its lines")
        case let signature:
            add(path, id: prefix + name, signature: signature, Self.lineSuffixes.contains(suffix) ? .lines : .text)
        }
    }

    private mutating func add(_ path: String, id: String, signature: Result<FileSignature?, Refusal>, _ kind: Kind) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        switch signature {
        case .success(nil): inputs.append(Input(path: path, kind: kind, size: size, id: id))
        case .success(.jsonLines): inputs.append(Input(path: path, kind: .lines, size: size))
        case .success(let signature?): inputs.append(Input(path: path, kind: .refused(signature.sentence), size: size))
        case .failure(let refusal): inputs.append(Input(path: path, kind: .refused(refusal.reason), size: size))
        }
    }

    /// Looks for the files of a manifest that were not met: those that are not there are refused. Returns a line about those
    /// that lie elsewhere.
    mutating func addMissing(of listed: [String]) -> [String] {
        let met = Set((inputs.map(\.path) + skipped.values.joined()).map(Self.standard))
        let others = listed.filter { !met.contains($0) }
        for path in others where !FileManager.default.fileExists(atPath: path) { add(path) }
        let elsewhere = others.filter { FileManager.default.fileExists(atPath: $0) }
        return elsewhere.isEmpty ? [] : [Self.note(elsewhere, "in the manifest, not in what was named")]
    }

    private mutating func skip(_ path: String, _ reason: String) { skipped[reason, default: []].append(path) }

    /// One line a reason: `Left out 3 files, hidden: a/.b, …`.
    var notes: [String] {
        skipped.keys.sorted().map { Self.note(skipped[$0] ?? [], $0) }
    }

    private static func note(_ files: [String], _ reason: String) -> String {
        let names = files.prefix(3).joined(separator: ", ") + (files.count > 3 ? ", …" : "")
        return "Left out \(Numbers.count(files.count, "file")), \(reason): \(names)"
    }

    private func signature(_ path: String) -> Result<FileSignature?, Refusal> {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            return .failure(Refusal("The file cannot be read: check its permissions."))
        }
        defer { try? handle.close() }
        guard let head = try? handle.read(upToCount: FileSignature.length) else { return .success(nil) }
        return .success(FileSignature(Array(head)))
    }

    /// Whether a path leads to a file; to open a pipe would wait for who writes into it.
    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The suffix in lower case; that of the input for a rejects file: `docs.jsonl.refused` is JSON Lines.
    static func suffix(_ path: String) -> String {
        let url = URL(filePath: path)
        let suffix = url.pathExtension.lowercased()
        return suffix == "refused" ? url.deletingPathExtension().pathExtension.lowercased() : suffix
    }

    /// One spelling for each file, to compare paths.
    static func standard(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
}
