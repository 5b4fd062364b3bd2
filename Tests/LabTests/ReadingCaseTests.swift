import Annotation
import Extraction
import Foundation
import Testing

@testable import entitywire_lab

/// Short texts of the kinds that are easily read wrong. Tests/ExtractionTests/Cases/README.md has their form.
@Suite struct ReadingCaseTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "ExtractionTests/Cases")

    private static var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".jsonl") }
            .sorted()
    }

    @Test(arguments: files)
    func everyCaseIsReadAsItMustBe(file: String) throws {
        let extractor = try Extractor.standard()
        for one in try ReadingCase.load(Self.folder.appending(path: file)) {
            let problems = one.problems(with: extractor)
            if one.open == nil {
                #expect(problems.isEmpty, "\(one.kind): \(one.text ?? "")")
            } else {
                #expect(!problems.isEmpty, "no longer open, take the word away: \(one.text ?? "")")
            }
        }
    }

    @Test func aCaseThatIsNotReadRightSaysWhatIsWrong() throws {
        let json = """
            {"text": "Anna Berg paid $5 on 3 May 2020.", "kind": "made up", "check": "nothing of it is right", "expected":
            {"language": "fr", "publishedValue": "2020-05-03", "mentions": [{"text": "Anna Berg", "type": ["ORG", "LOC"]}],
            "sameEntity": [["Anna", "Berg"]], "roles": [{"holder": "Anna Berg", "office": "mayor"}],
            "quotes": [{"kind": "direct", "textStarts": "I"}], "dates": [{"text": "2020", "value": ["2021-05-03"]}],
            "quantities": [{"text": "$5", "kind": "money", "value": 6}], "sections": [{"kind": "title", "text": "Anna"}],
            "absent": {"dates": [{"value": "2020-05-03"}], "quantities": [{"value": 5, "unit": "USD"}]}}}
            """
        let one = try JSONDecoder().decode(ReadingCase.self, from: Data(json.utf8))
        #expect(one.problems(with: try Extractor.standard()).count == 11)
    }
}
