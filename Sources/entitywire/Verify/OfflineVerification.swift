import Annotation
import Foundation
import Glibc
import Wire

/// Proves a file of annotations against the files of their texts, without a service.
struct OfflineVerification {
    /// Key of a text → its file.
    private var files: [String: String] = [:]

    /// Takes note of the texts; throws a `Failure` that names one which cannot be read.
    init(texts: [String]) throws(Failure) {
        var finder = InputFinder()
        for text in texts { finder.add(text) }
        for input in finder.inputs {
            if case .refused(let reason) = input.kind { throw Failure(.refused, "\(input.path): \(reason)") }
            files[DocumentKey.of(try Self.read(input.path))] = input.path
        }
    }

    /// Checks each line of a file of annotations.
    func run(_ path: String, _ verification: inout Verification) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(.refused, "\(path) cannot be read: \(String(cString: strerror(errno))).")
        }
        var lines = LineReader(descriptor: descriptor, limit: Limits.body)
        while let line = try lines.next() {
            if line.bytes.isEmpty && !line.isTooLong { continue }
            guard let annotation = try? CanonicalJSON.decode(Annotation.self, from: line.bytes) else {
                throw Failure(
                    .refused, "\(path):\(line.number) is not an annotation: give what export annotations writes.")
            }
            guard let file = files[annotation.document] else {
                try verification.add(annotation, problems: ["none of the files named is its text"])
                continue
            }
            try verification.check(annotation, against: Self.read(file))
        }
    }

    private static func read(_ path: String) throws(Failure) -> [UInt8] {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw Failure(.refused, "\(path) cannot be read: check its permissions.")
        }
        return Array(data)
    }
}
