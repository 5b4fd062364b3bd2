import Annotation
import ClientKit
import Testing
import Wire

@testable import entitywire

@Suite struct DocumentLineTests {
    private func read(_ line: String, map: String? = nil, defaults: Submission = .init()) throws -> DocumentLine {
        try DocumentLine(Array(line.utf8), map: FieldMap(map), defaults: defaults)
    }

    private func reason(_ line: String, map: String? = nil) -> String? {
        #expect(throws: Refusal.self) { try read(line, map: map) }?.reason
    }

    @Test func allFieldsAreTaken() throws {
        let line = try read(
            #"{"text":"Ł\u0142\n","id":7,"source":"S","url":"u","title":"t","published":"2024-02-15","basis":"stated","language":"uk","tags":["a","b","a"]}"#
        )
        #expect(line.text == Array("Łł\n".utf8))
        #expect(
            line.submission
                == Submission(
                    id: "7", source: "S", url: "u", title: "t", published: "2024-02-15", basis: .stated, language: "uk",
                    tags: ["a", "b"]))
        #expect(line.unknown.isEmpty)
    }

    @Test func fieldsAreRenamedAndTheRestIsNamed() throws {
        let line = try read(
            #"{"body":"x","date":"2024","text":"not this","author":"A","error":"old"}"#, map: "text=body,published=date"
        )
        #expect(line.text == Array("x".utf8))
        #expect(line.submission == Submission(published: "2024"))
        #expect(line.unknown == ["author", "text"])
    }

    @Test func whatALineLeavesOpenComesFromTheOptionsAndTagsAreJoined() throws {
        let defaults = Submission(source: "wire", published: "2023", tags: ["x", "a"])
        let line = try read(#"{"text":"x","source":"own","published":"","title":null,"tags":"a"}"#, defaults: defaults)
        #expect(line.submission == Submission(source: "own", published: "2023", tags: ["a", "x"]))
    }

    @Test(arguments: [
        (#"{"body":"x"}"#, "no field text"), ("[1]", "not a JSON object"), ("{", "not valid JSON"),
        (#"{"text":"x"} y"#, "JSON"),
        (#"{"text":5}"#, "The field text is not a string"), (#"{"text":"x","tags":[1]}"#, "tags is not a list"),
        (#"{"text":"x","basis":"felt"}"#, "stated, inferred or given"), (#"{"text":"\ud800"}"#, "not valid JSON"),
        (String(repeating: #"{"a":"#, count: 40) + "1" + String(repeating: "}", count: 40), "nests deeper"),
    ])
    func whatCannotBeReadIsRefusedWithItsReason(line: String, words: String) {
        #expect(reason(line)?.contains(words) == true, "\(reason(line) ?? "")")
    }

    @Test func bytesThatAreNotUTF8AreNamedByTheirPlace() {
        let bytes = Array(#"{"text":"ab"#.utf8) + [0xE9] + Array(#""}"#.utf8)
        let refusal = #expect(throws: Refusal.self) { try DocumentLine(bytes, map: FieldMap(nil), defaults: .init()) }
        #expect(refusal?.reason.contains("byte 11") == true)
        #expect(refusal?.reason.contains("iconv") == true)
    }

    @Test func aMissingTextPointsToTheFieldThatLooksLikeOne() {
        let long = String(repeating: "news ", count: 30)
        #expect(reason(#"{"content":"\#(long)","id":"1"}"#)?.contains("--map text=content") == true)
        #expect(reason(#"{"id":"1"}"#)?.contains("--map") == false)
    }

    @Test(arguments: ["text", "text=", "colour=body", "text=a=b"])
    func aMapThatCannotBeIsWrongUsage(map: String) {
        #expect(#expect(throws: Failure.self) { try FieldMap(map) }?.status == .usage)
    }

    @Test func arefusedLineKeepsWhatItHadAndGetsItsError() {
        let line = RejectsFile.line(Array(#"{"text":"x","error":"old","n":[1,2.5,true,null]}"#.utf8), error: "new")
        #expect(String(decoding: line, as: UTF8.self) == #"{"error":"new","n":[1,2.5,true,null],"text":"x"}"#)
        let broken = RejectsFile.line(Array("{oops".utf8), error: "bad")
        #expect(String(decoding: broken, as: UTF8.self) == #"{"error":"bad","line":"{oops"}"#)
    }

    @Test(arguments: [
        ("%PDF-1.7", "pdftotext"), ("\u{FEFF}%PDF-1.7", "pdftotext"),
        ("<!DOCTYPE html><p>", "trafilatura or html2text"),
        ("\n  <HTML lang=en>", "html2text"), ("<!-- made by X -->\n<html>", "html2text"),
        ("<?xml version=\"1.0\"?><html xmlns=\"x\">", "html2text"), ("PK\u{3}\u{4}\u{14}", "pandoc"),
        ("{\\rtf1", "pandoc"),
    ])
    func documentsOfOtherKindsAreToldByTheirSignature(head: String, converter: String) {
        #expect(FileSignature(Array(head.utf8))?.sentence.contains(converter) == true)
    }

    @Test(arguments: [
        "{\"text\": 1}", "\u{FEFF} {}\r\n{\"broken", "{\"text\": \"\(String(repeating: "x", count: 9_000))",
    ])
    func jsonLinesAreToldByTheirFirstLine(head: String) {
        #expect(FileSignature(Array(head.utf8.prefix(FileSignature.length))) == .jsonLines)
    }

    @Test(arguments: [("[\n {\"text\": 1}]", "jq -c '.[]'"), ("{\n  \"text\": 1\n}", "jq -c .")])
    func otherJSONIsToldWithItsConverter(head: String, converter: String) {
        #expect(FileSignature(Array(head.utf8))?.sentence.contains(converter) == true)
    }

    @Test func compressedAndBinaryFilesAreToldToo() {
        #expect(FileSignature([0x1F, 0x8B, 8])?.sentence.contains("gunzip") == true)
        #expect(FileSignature([0xFF, 0xFE, 0x41, 0])?.sentence.contains("iconv -f UTF-16") == true)
        #expect(FileSignature([0x89, 0x50, 0x4E, 0x47, 0, 0]) == .binary)
    }

    @Test(arguments: [
        "", "Kyiv.", "<p>A text may begin so", "{{Infobox}}", "{", "[1] A note", "{\"he said\" is no JSON", "# Title",
        "\u{FEFF}Text", "BZ", "P",
    ])
    func textIsText(head: String) {
        #expect(FileSignature(Array(head.utf8)) == nil)
    }

    @Test func theAccountIsOneLine() {
        var tally = SubmitTally()
        for _ in 0..<9_981 { tally.count(Accepted(document: "d", duplicate: false, state: .ready)) }
        for _ in 0..<12 { tally.count(Accepted(document: "d", duplicate: true, state: .done)) }
        for _ in 0..<7 { tally.countRefused() }
        tally.rejects = ["docs.jsonl.refused"]
        #expect(tally.line == "Accepted 9,981 · already there 12 · refused 7 (docs.jsonl.refused)")
        #expect(tally.status == .partlyRefused)
    }

    @Test func theStatusTellsAllFromSome() {
        var tally = SubmitTally()
        #expect(tally.status == .nothingFound)
        tally.countRefused()
        #expect(tally.status == .refused)
        tally.count(Accepted(document: "d", duplicate: true, state: .done))
        #expect(tally.status == .partlyRefused)
        #expect(tally.onlyKey == "d")
    }

    @Test func documentsAreAwaitedUntilTheFeedSaysTheirEnd() {
        let keys = (0..<4).map { DocumentKey.of([UInt8($0)]) }
        var states = AwaitedStates()
        for key in keys { states.add(key, .ready) }
        states.add(keys[3], .done)
        func event(_ kind: FeedEvent.Kind, _ key: String) -> FeedEvent {
            FeedEvent(event: kind, sequence: 1, document: key)
        }
        states.take(event(.stored, keys[0]))
        states.take(event(.dead, keys[1]))
        states.take(event(.stored, DocumentKey.of([99])))
        #expect(!states.isOver)
        states.take(event(.retried, keys[1]))
        states.take(event(.deleted, keys[2]))
        #expect(!states.isOver && states.dead.isEmpty)
        states.take(event(.dead, keys[1]))
        #expect(states.isOver && states.dead == [keys[1]])
        #expect(states.line == "Extracted 3 of 4 · given up 1")
    }
}
