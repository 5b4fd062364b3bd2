import Foundation
import Glibc
import Wire

/// A file of JSON Lines that says where the texts of other files were met: `{"file": "a.txt", "published": "2024-02-15"}`.
struct Manifest: Sendable {
    struct Entry: Sendable {
        /// As the line names it.
        var file: String
        var submission: Submission
        var line: [UInt8]
        var rejects: String
    }

    /// By standardised path.
    private(set) var entries: [String: Entry] = [:]
    /// The paths in the order of the lines.
    private(set) var paths: [String] = []
    /// The lines that cannot be used.
    private(set) var refused: [SubmitItem] = []
    private(set) var unknown: [String: Int] = [:]

    /// Reads a manifest; files are named from its own folder on. Throws a `Failure` where it cannot be read at all.
    init(_ path: String, map: FieldMap, defaults: Submission) throws(Failure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(.usage, "The manifest \(path) cannot be read: \(String(cString: strerror(errno))).")
        }
        var lines = LineReader(descriptor: descriptor, limit: Limits.header * 8)
        let folder = URL(filePath: path).deletingLastPathComponent()
        while let line = try lines.next() {
            if !line.isTooLong, line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            add(line, of: path, folder, map, defaults)
        }
    }

    private mutating func add(
        _ line: LineReader.Line, of path: String, _ folder: URL, _ map: FieldMap, _ defaults: Submission
    ) {
        do {
            guard !line.isTooLong else { throw Refusal("The line is too long.") }
            let document = try DocumentLine(line.bytes, map: map, defaults: defaults, isManifest: true)
            for field in document.unknown { unknown[field, default: 0] += 1 }
            let file = InputFinder.standard(URL(filePath: document.file ?? "", relativeTo: folder).path)
            if entries[file] == nil { paths.append(file) }
            entries[file] = Entry(
                file: document.file ?? "", submission: document.submission, line: line.bytes, rejects: "\(path).refused"
            )
        } catch {
            refused.append(
                SubmitItem(
                    origin: "\(path):\(line.number)", content: .failure(error as? Refusal ?? Refusal("\(error)")),
                    line: line.bytes, rejects: "\(path).refused", size: 0))
        }
    }
}
