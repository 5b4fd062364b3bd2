import Annotation
import Foundation

/// Lines that were refused, each with the reason in the field `error`: repaired, the file can be submitted as it is.
struct RejectsFile: ~Copyable {
    let path: String
    private(set) var count = 0
    private let handle: FileHandle

    /// Makes the file, in place of an older one; nil where that is not possible.
    init?(_ path: String) {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { return nil }
        self.path = path
        self.handle = handle
    }

    mutating func add(_ line: [UInt8], error: String) {
        count += 1
        try? handle.write(contentsOf: Self.line(line, error: error) + [UInt8(ascii: "\n")])
    }

    /// The line with the error added; a line that is no JSON object stands in the field `line`.
    static func line(_ line: [UInt8], error: String) -> [UInt8] {
        var object = (try? DocumentLine.object(line)) ?? ["line": .string(String(decoding: line, as: UTF8.self))]
        object[DocumentLine.errorField] = .string(error)
        // Strings, numbers and lists that came from JSON can be written as JSON.
        return (try? CanonicalJSON.encode(JSONValue.object(object))) ?? []
    }
}
