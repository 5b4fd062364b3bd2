import Annotation
import Foundation
import Testing
import Wire

import enum Store.Operation

@testable import Store

@Suite struct FileSizeTests {
    @Test func theFileStaysUnderEightTimesTheText() async throws {
        let fixture = try StoreFixture()
        let texts = Synthetic.texts(count: 300)
        var bytes = 0
        var mentions = 0
        for start in stride(from: 0, to: texts.count, by: 64) {
            let operations = try texts[start..<min(start + 64, texts.count)].map { text in
                let annotation = Synthetic.annotation(of: text)
                bytes += text.count
                mentions += annotation.mentions.count
                return Operation.publish(
                    document: annotation.document, text: text, Submission(source: "Paper", published: "2024-02-15"),
                    extractor: "x 1", annotation, json: try CanonicalJSON.encode(annotation))
            }
            let commit = try await fixture.store.commit(operations, now: fixture.now)
            for case .refused(let error) in commit.outcomes { Issue.record("\(error)") }
        }
        try await fixture.store.checkpoint()
        let size = fixture.store.databaseBytes
        print("\(texts.count) texts, \(bytes) bytes, \(mentions) mentions: file of \(size) bytes")
        #expect(mentions / texts.count > 20)
        #expect(size < 8 * bytes)
    }

    @Test func whatIsPackedForOneTextIsNotReadWithAnother() throws {
        let text = Synthetic.texts(count: 1)[0]
        let packed = AnnotationPacking.pack(try CanonicalJSON.encode(Synthetic.annotation(of: text)), text: text)
        #expect(throws: StoreError.self) { try AnnotationPacking.unpack(packed.dropLast(20), text: text) }
        #expect(try AnnotationPacking.unpack([1] + Array("{}".utf8), text: text) == Array("{}".utf8))
    }

    @Test func packingGivesBackTheBytes() throws {
        for text in Synthetic.texts(count: 20) {
            let json = try CanonicalJSON.encode(Synthetic.annotation(of: text))
            let packed = AnnotationPacking.pack(json, text: text)
            #expect(try AnnotationPacking.unpack(packed, text: text) == json)
            #expect(packed.count * 4 < json.count)
        }
        for bytes in [[], [0], [1], Array("{\u{1}}".utf8), [0xFF], Array("{\"a\":\"\u{7F}\"}".utf8)] as [[UInt8]] {
            for text in [[], Array("a text".utf8), [UInt8](repeating: 7, count: 100_000)] {
                #expect(try AnnotationPacking.unpack(AnnotationPacking.pack(bytes, text: text), text: text) == bytes)
            }
        }
    }
}
