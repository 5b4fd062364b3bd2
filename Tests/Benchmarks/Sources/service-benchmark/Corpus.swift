import Annotation
import Extraction
import Foundation

/// Texts of a folder, each with its annotation, made unique by a number at the end.
struct Corpus: Sendable {
    struct Page: Sendable {
        let text: [UInt8]
        let annotation: Annotation
    }

    private let pages: [Page]

    init(folder: String) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
        let extractor = try Extractor.standard()
        pages = try files.prefix(300).map { file in
            let text = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
            return Page(text: text, annotation: extractor.annotate(text))
        }
        guard !pages.isEmpty else { throw CocoaError(.fileNoSuchFile) }
    }

    /// The text with a number; different for each number.
    func text(_ number: Int) -> [UInt8] { pages[number % pages.count].text + Array("\n#\(number)".utf8) }

    /// The version of the extractor that made the annotations.
    var extractor: String { pages[0].annotation.extractor }

    /// The JSON of a result for a numbered text.
    func result(_ number: Int) throws -> [UInt8] {
        var annotation = pages[number % pages.count].annotation
        let document = DocumentKey.of(text(number))
        annotation.document = document
        annotation.textSha256 = document
        let grown = "\n#\(number)".unicodeScalars.count
        if annotation.sections.isEmpty {
            annotation.sections = [Section(kind: .body, start: 0, end: grown)]
        } else {
            annotation.sections[annotation.sections.count - 1].end += grown
        }
        return try CanonicalJSON.encode(annotation)
    }

    /// The number at the end of a text.
    static func number(of text: [UInt8]) -> Int {
        text.lastIndex(of: UInt8(ascii: "#")).flatMap { Int(String(decoding: text[($0 + 1)...], as: UTF8.self)) } ?? 0
    }
}
