import Annotation
import Foundation
import Testing

@testable import entitywire

/// What is published about a line of the filter is what it writes.
@Suite struct StreamSchemaTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// `ENTITYWIRE_WRITE_SCHEMAS=1 swift test --filter Schema` writes the files anew after a change.
    @Test(
        arguments: [
            ("Sources/Wire/Wire.docc/stream.schema.json", true), ("deploy/spark/line.ddl", false),
        ])
    func thePublishedSchemasAreThisOne(path: String, isJSON: Bool) throws {
        let file = Self.root.appending(path: path)
        let line = StreamSchema.line
        let schema = try isJSON ? line.jsonSchema(title: "EntityWire stream line") : line.sparkColumns
        if ProcessInfo.processInfo.environment["ENTITYWIRE_WRITE_SCHEMAS"] != nil {
            try Data(schema.utf8).write(to: file)
        }
        let published = try? String(contentsOf: file, encoding: .utf8)
        #expect(published == schema)
    }

    @Test func linesOfBothKindsHaveTheShape() throws {
        let options = StreamOptions()
        for text in [#"{"id":"a","text":"x"}"#, #"{"id":"a"}"#, "no"] {
            let line = StreamLine(Array(text.utf8), number: 1, map: try options.fieldMap(), options: options)
            let output: StreamOutput
            switch line.content {
            case .success: output = try StreamOutput(line, Annotation(document: DocumentKey.of([0x78]), extractor: "v"))
            case .failure(let error): output = try StreamOutput(line, error)
            }
            #expect(StreamSchema.line.faults(in: output.bytes, limit: 9) == [])
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(output.bytes)) as? [String: Any])
            #expect(Set(object.keys).isSubset(of: StreamSchema.line.members.map(\.name)))
        }
    }

    @Test func absentArraysStayArrays() throws {
        let json = String(
            decoding: try CanonicalJSON.encode(Annotation(document: DocumentKey.of([0x78]), extractor: "v")),
            as: UTF8.self)
        for member in AnnotationSchema.annotation.members {
            if case .list = member.shape { #expect(json.contains("\"\(member.name)\":[]"), "\(member.name)") }
        }
    }
}
