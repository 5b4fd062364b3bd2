import Annotation
import Foundation
import Testing
import Wire

@testable import Store

@Suite struct AnswerSizeTests {
    @Test func theBoundHoldsForWhatTheServiceAdds() throws {
        for text in Synthetic.texts(count: 2) {
            var annotation = Synthetic.annotation(of: text)
            annotation.dates = (0..<40).map {
                DateExpression(start: $0, end: $0 + 1, text: "\"Thursday\\", type: .date, value: "XXXX-WXX-4T\"\u{1}")
            }
            let json = try CanonicalJSON.encode(annotation)
            let item = AnnotationItem(
                annotation: AnnotationRows.withMetadata(
                    annotation, given: "2024-02-15", entities: annotation.entities.map { _ in -1 }),
                text: String(decoding: text, as: UTF8.self))
            let size = try CanonicalJSON.encode(item).count
            let most = AnswerSize.most(annotation, json: json.count) + AnswerSize.json(text)
            #expect(size <= most && most < 2 * size)
        }
    }

    @Test(arguments: ["", "plain ņ 🙂", "\"\\/", "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F}\u{2028}"])
    func stringsAreMeasuredAsJSONWritesThem(text: String) throws {
        #expect(try CanonicalJSON.encode([text]).count == AnswerSize.json(text.utf8) + 4)
    }

    @Test func aResultThatNoAnswerCouldCarryIsRefused() async throws {
        let fixture = try StoreFixture()
        let text = [UInt8](repeating: 1, count: Limits.text)
        var annotation = Annotation(document: DocumentKey.of(text), extractor: "x 1")
        annotation.sections = [Section(kind: .body, start: 0, end: text.count)]
        func publish() async throws -> Outcome {
            try await fixture.run(
                .publish(
                    document: annotation.document, text: text, Submission(), extractor: "x 1", annotation,
                    json: try CanonicalJSON.encode(annotation)))
        }
        annotation.entities = [
            Entity(id: "e1", type: .person, name: String(repeating: "n", count: 4_000_000)),
            Entity(id: "e2", type: .person, name: String(repeating: "m", count: 3_000_000)),
        ]
        guard case .refused(let error) = try await publish() else { throw Unexpected(outcome: .ended) }
        #expect(error.code == .badField && error.message.contains("too large"))
        annotation.entities.removeLast()
        guard case .stored = try await publish() else { throw Unexpected(outcome: .ended) }
        let page = try await fixture.store.annotations(AnnotationsParameters(withText: true)).page
        #expect(try CanonicalJSON.encode(page).count <= Limits.body)
    }
}
