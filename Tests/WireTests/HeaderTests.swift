import Annotation
import Testing
import Wire

@Suite struct HeaderTests {
    static func field(missingFrom json: String, as type: (some Decodable).Type) -> String? {
        do throws(WireError) {
            _ = try JSONShape.decode(type, from: Array(json.utf8), part: "header")
            return nil
        } catch {
            guard error.code == .badField, case .text(let field) = error.detail?["field"] else { return "\(error)" }
            return field
        }
    }

    @Test func aMissingFieldIsNamed() {
        #expect(Self.field(missingFrom: #"{"submission":{}}"#, as: Submit.self) == "sha256")
        #expect(Self.field(missingFrom: #"{"jobs":[{"document":"a"}]}"#, as: Release.self) == "jobs.0.attempt")
    }

    @Test func aFieldOfTheWrongTypeIsNamed() {
        #expect(Self.field(missingFrom: #"{"sha256":1,"submission":{}}"#, as: Submit.self) == "sha256")
        #expect(
            Self.field(missingFrom: #"{"sha256":"a","submission":{"tags":"x"}}"#, as: Submit.self) == "submission.tags")
        #expect(
            Self.field(missingFrom: #"{"sha256":"a","submission":{"basis":"x"}}"#, as: Submit.self)
                == "submission.basis")
    }

    @Test func unknownFieldsAreIgnored() {
        #expect(Self.field(missingFrom: #"{"sha256":"a","submission":{"colour":1},"x":[]}"#, as: Submit.self) == nil)
    }

    @Test func brokenJSONIsMalformed() {
        do throws(WireError) {
            _ = try JSONShape.decode(Submit.self, from: Array(#"{"sha256":"#.utf8), part: "header")
            Issue.record("half an object was accepted")
        } catch {
            #expect(error.code == .malformed)
        }
    }

    @Test func errorsTravelUnchanged() throws {
        let error = WireError(
            .ambiguous, "Two.", retry: .later,
            detail: ["limit": .number(3), "field": .text("x"), "candidates": .list(["a", "b"])])
        let envelope = Envelope.error(error, requestID: [9])
        #expect(try Envelope(frames: envelope.frames).header(as: WireError.self) == error)
    }

    @Test(arguments: [
        ("2024-02-29", true), ("2023-02-29", false), ("2024-2-9", false), ("2024-13", false), ("2024", true),
        ("24", false),
        ("2024-02-15T10:00:00Z", true), ("2024-02T10:00Z", false), ("yesterday", false), ("", false),
        ("2024-02-15T", false),
        ("2024-02-00", false), ("0999-01-01", false), ("2024-02-15-01", false),
    ])
    func aDateOfPublicationIsACalendarDate(text: String, isValid: Bool) {
        #expect(PublicationDate.isValid(text) == isValid)
    }

    @Test(arguments: [
        (Submission(id: ""), "id"), (Submission(source: String(repeating: "x", count: 2_049)), "source"),
        (Submission(title: "a\0b"), "title"), (Submission(published: "soon"), "published"),
        (Submission(tags: [""]), "tags"),
    ])
    func aFieldOfASubmissionThatCannotBeAcceptedIsNamed(submission: Submission, field: String) {
        do throws(WireError) {
            try submission.validate()
            Issue.record("\(field) was accepted")
        } catch {
            #expect(error.detail?["field"] == .text(field))
        }
    }

    @Test func canonicalJSONSortsKeysAndKeepsSlashes() throws {
        let bytes = try CanonicalJSON.encode(Submission(id: "b", source: "a", url: "http://x/y"))
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"id":"b","source":"a","url":"http://x/y"}"#)
    }

    @Test(
        arguments: [
            ([0x61], nil), ([0xC2, 0xA0], nil), ([0xC1, 0xBF], 0), ([0x61, 0x80], 1), ([0xE0, 0x80, 0x80], 0),
            ([0xED, 0xA0, 0x80], 0),
            ([0xF0, 0x9F, 0x98, 0x80], nil), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x98], 0),
            ([0xEF, 0xBB, 0xBF], nil),
        ] as [([UInt8], Int?)])
    func wellFormedUTF8IsToldFromTheRest(bytes: [UInt8], firstInvalid: Int?) {
        #expect(UTF8Check.firstInvalidByte(bytes) == firstInvalid)
    }

    @Test func theUTF8CheckAgreesWithTheStandardLibraryOnAllShortSequences() {
        for first in 0x80...0xFF as ClosedRange<UInt8> {
            for second in stride(from: UInt8(0x70), through: 0xF0, by: 0x08) {
                for tail in [[], [0x80], [0xBF], [0x80, 0x80], [0xBF, 0xBF], [0x41]] as [[UInt8]] {
                    let bytes = [first, second] + tail
                    #expect(
                        (UTF8Check.firstInvalidByte(bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
                }
            }
        }
    }
}
