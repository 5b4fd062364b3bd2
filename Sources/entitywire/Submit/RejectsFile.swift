import Annotation
import CommandSupport
import Foundation

/// Lines that were refused, each with the reason in the field `error`: repaired, the file can be submitted as it is.
struct RejectsFile: ~Copyable {
    let path: String
    private(set) var count = 0
    private let descriptor: Int32

    /// Makes the file, in place of an older one; throws a `Failure` where that is not possible.
    init(_ path: String) throws(Failure) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Failure.output(errno, path) }
        self.path = path
    }

    deinit { close(descriptor) }

    /// Writes a line; throws a `Failure` where that is not possible.
    mutating func add(_ line: [UInt8], error: String) throws(Failure) {
        let (_, lost) = Descriptor.write(Self.line(line, error: error) + [UInt8(ascii: "\n")], to: descriptor)
        guard lost == 0 else { throw Failure.output(lost, path) }
        count += 1
    }

    /// The line with the error added; a line that is no JSON object stands in the field `line`.
    static func line(_ line: [UInt8], error: String) -> [UInt8] {
        var object = (try? DocumentLine.object(line)) ?? ["line": .string(String(decoding: line, as: UTF8.self))]
        object[DocumentLine.errorField] = .string(error)
        // Strings, numbers and lists that came from JSON can be written as JSON.
        return (try? CanonicalJSON.encode(JSONValue.object(object))) ?? []
    }
}
