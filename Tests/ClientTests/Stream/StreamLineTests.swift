import Annotation
import Testing
import Wire

@testable import entitywire

/// What a line of the input asks for, and what its line of the output says.
@Suite struct StreamLineTests {
    private func line(
        _ text: String, options: StreamOptions = StreamOptions(), number: Int = 3
    ) throws -> StreamLine {
        StreamLine(Array(text.utf8), number: number, map: try options.fieldMap(), options: options)
    }

    @Test(
        arguments: [
            ("", StreamError.Code.malformed, "Line 3: The line is empty."),
            ("[]", .malformed, "Line 3: The line is not a JSON object."),
            (#"{"text":"x""#, .malformed, "Line 3: The line is not valid JSON."),
            (#"{"id":"a"}"#, .badField, "The line has no field text."),
            (#"{"id":"a","text":null}"#, .badField, "The line has no field text."),
            (#"{"id":"a","text":5}"#, .badField, "The field text is not a string."),
            (#"{"id":1.5,"text":"x"}"#, .badField, "Line 3: The field id is not a string."),
            (#"{"id":"a","text":""}"#, .badField, "The text is empty."),
            (#"{"id":"a","text":"x\u0000"}"#, .badField, "The text holds a NUL at byte 1: it may not be a text."),
            (
                #"{"id":"a","text":"x","published":"May"}"#, .badField,
                "May is not a date: write 2024-02-15, 2024-02 or 2024."
            ),
            (
                String(repeating: "[", count: 40) + #"{"id":"a"}"#, .malformed,
                "Line 3: The line is not a JSON object."
            ),
        ] as [(String, StreamError.Code, String)])
    func whatCannotBeExtractedSaysWhy(text: String, code: StreamError.Code, message: String) throws {
        let line = try line(text)
        #expect(line.content == .failure(StreamError(code, message)))
        #expect(line.id == (message.hasPrefix("Line") ? nil : "a"))
    }

    @Test func aTextAboveTheLimitIsTooLarge() throws {
        let text = String(repeating: "x", count: Limits.text)
        #expect(try line(#"{"text":"\#(text)"}"#).content == .success(.init(text: Array(text.utf8), published: nil)))
        guard case .failure(let error) = try line(#"{"text":"\#(text)y"}"#).content else {
            Issue.record("The text was taken.")
            return
        }
        #expect(error.code == .tooLarge)
    }

    @Test func fieldsAreRenamedAndTheDateOfTheRunIsTheLast() throws {
        let options = StreamOptions(map: "text=body,id=key,published=day", published: "2020")
        let own = try line(#"{"body":"x","key":7,"day":"2024-02-15T10:00Z","id":"no"}"#, options: options)
        #expect(own.id == "7")
        #expect(own.content == .success(.init(text: [0x78], published: "2024-02-15T10:00Z")))
        let bare = try line(#"{"body":"x","day":""}"#, options: options)
        #expect(bare.id == nil)
        #expect(bare.content == .success(.init(text: [0x78], published: "2020")))
    }

    @Test(arguments: ["annotation", "document", "error", "id", "source,,url", ""])
    func keepNeedsNamesThatAreFree(keep: String) {
        let names = keep.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        #expect(throws: Failure.self) { try StreamOptions(keep: names).validate() }
    }

    @Test func theLinesOfTheOutputAreCanonicalAndKeepWhatTheyShould() throws {
        let options = StreamOptions(keep: ["url", "n", "absent", "Ω"])
        let line = try line(#"{"n": 1.10,"url":"a/b\u0041","id":"a/1","text":"x","Ω":[ 1 ]}"#, options: options)
        let key = DocumentKey.of([0x78])
        let output = try StreamOutput(line, Annotation(document: key, extractor: "v"))
        let text = String(decoding: output.bytes, as: UTF8.self)
        #expect(text.hasPrefix(#"{"annotation":{"dates":[],"document":"\#(key)","entities":[],"#), "\(text)")
        #expect(text.hasSuffix(#"},"document":"\#(key)","id":"a/1","n":1.10,"url":"a/b\u0041","Ω":[ 1 ]}"# + "\n"))
        #expect(!output.isError)
        let error = try StreamOutput(line, StreamError(.timeLimit, "Late."))
        #expect(
            String(decoding: error.bytes, as: UTF8.self)
                == #"{"error":{"code":"time_limit","message":"Late."},"id":"a/1","n":1.10,"url":"a/b\u0041","Ω":[ 1 ]}"#
                + "\n")
        #expect(error.isError)
        let long = try StreamOutput(tooLong: .init(number: 9, bytes: [], isTooLong: true, length: 50), limit: 40)
        #expect(
            String(decoding: long.bytes, as: UTF8.self).contains(
                #""code":"too_large","message":"Line 9: The line has 50"#))
    }

    @Test func anAnnotationGetsWhatTheServiceWouldAdd() {
        var annotation = Annotation(document: DocumentKey.of([0x78]), extractor: "v")
        annotation.entities = [Entity(id: "e1", type: .person, name: "Rustem Umerov")]
        annotation.dates = [DateExpression(start: 0, end: 8, text: "Thursday", type: .date, value: "XXXX-WXX-4")]
        let full = annotation.withMetadata(published: "2024-02-16T08:00Z")
        #expect(full.entities[0].globalId?.hasPrefix("E") == true)
        #expect(full.dates[0].resolved == "2024-02-15")
        #expect(full.published == Published(value: "2024-02-16", basis: .given))
        annotation.published = Published(value: "2024-01-01", basis: .stated)
        #expect(annotation.withMetadata(published: "2024-02-16").published?.basis == .stated)
        #expect(annotation.withMetadata(published: nil).dates[0].resolved == "2023-12-28")
    }
}
