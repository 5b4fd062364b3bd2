import Annotation
import EncoderKernels
import Foundation
import Testing

@testable import Extraction

/// The shipped encoder, found beside the test executable.
@Suite struct EncoderRecognizerTests {
    private static let recognizer = Result { try ModelChoice.recognizer("accurate") }
    private static let path = ModelLocator.shipped("news-many.ewencoder")

    private func found(_ document: String, _ language: String?) throws -> [String] {
        let text = TokenizedText(Array(document.utf8))
        return try Self.recognizer.get().recognize([text], language: language)[0].map {
            "\(text.string(of: $0.tokens))/\($0.type.rawValue)"
        }
    }

    @Test(arguments: [
        ("en", "The World Health Organization praised officials in Kenya.", "World Health Organization/ORG Kenya/LOC"),
        ("uk", "Олена Коваленко приїхала до Харкова у п'ятницю.", "Олена Коваленко/PERSON Харкова/LOC"),
        ("pl", "Anna Nowak mieszka od roku w Krakowie.", "Anna Nowak/PERSON Krakowie/LOC"),
        ("de", "Karin Schulz ist gestern nach Hamburg gereist.", "Karin Schulz/PERSON Hamburg/LOC"),
        ("es", "Lucía Gómez viajó ayer a Sevilla.", "Lucía Gómez/PERSON Sevilla/LOC"),
        ("ru", "Нина Петрова живёт в Новосибирске.", "Нина Петрова/PERSON Новосибирске/LOC"),
        ("en", "", ""), ("uk", "…", ""),
    ])
    func findsPlainNamesInSeveralLanguages(language: String, document: String, expected: String) throws {
        #expect(try found(document, language).joined(separator: " ") == expected)
    }

    @Test func saysWhichLanguagesItReads() throws {
        let recognizer = try Self.recognizer.get()
        for language in ["en", "uk", "pl", "ru", "de"] { #expect(recognizer.reads(language)) }
        #expect(recognizer.reads(nil) && !recognizer.reads("zh"))
    }

    @Test func aTextAloneOrInABatchGivesTheSame() throws {
        let texts = ["Anna Ek met NATO in Riga.", "Riga is in Latvia.", "Ek left."].map {
            TokenizedText(Array($0.utf8))
        }
        let recognizer = try Self.recognizer.get()
        let alone = texts.map { recognizer.recognize([$0])[0] }
        #expect(recognizer.recognize(texts) == alone)
    }

    @Test func everyFamilyOfInstructionsGivesTheSameNamesWithTheSameConfidence() throws {
        let path = try #require(Self.path)
        let text = TokenizedText(Array("Mr. Ahmed Hassan of Shell told the Egyptian delegation to wait.".utf8))
        let families = [ew_family_avx512, ew_family_avx2, ew_family_neon].filter { ew_kernels_of($0) != nil }
        let results = try families.map {
            EncoderRecognizer(try EncoderModel(path: path, family: $0)).recognize([text], language: "en")[0]
        }
        #expect(results.allSatisfy { $0 == results[0] && !$0.isEmpty })
    }

    // MARK: Pieces

    private struct Row: Decodable {
        let token: String
        let pieces: [Int32]
    }

    private static func tokenizer() throws -> PieceTokenizer {
        let path = try #require(path)
        return try PieceTokenizer(try EncoderFile(path: path))
    }

    /// The rows were written by `pieces.py` of the lab, which trained the model.
    @Test func cutsTokensAsTheModelWasTrained() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "pieces.json")
        let rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: url))
        let tokenizer = try Self.tokenizer()
        #expect(rows.count > 60)
        for row in rows { #expect(tokenizer.pieces(of: row.token.utf8) == row.pieces, "\(row.token)") }
    }

    @Test(arguments: ["x", "漢", "a漢", "😀", "\u{301}"])
    func oneEndlessTokenCostsNoMoreThanALongOne(piece: String) throws {
        let tokenizer = try Self.tokenizer()
        let token = String(repeating: piece, count: 200_000)
        #expect((1...PieceTokenizer.longestToken).contains(tokenizer.pieces(of: token.utf8).count))
    }

    // MARK: Windows

    @Test func windowsHoldAllTokensInOrderAndNoneIsTooLong() throws {
        let tokenizer = try Self.tokenizer()
        let line = String(repeating: "Österreichisch-Ungarische Dampfschifffahrtsgesellschaft ", count: 150)
        let text = TokenizedText(Array((line + ". " + "A short one. And one more. " + line).utf8))
        for block in ReadingBlock.blocks(of: text) {
            let windows = EncoderWindow.windows(of: block, tokenizer)
            #expect(windows.flatMap { Array($0.tokens) } == Array(block.tokens))
            for window in windows {
                #expect(window.pieces.count <= EncoderModel.longest && window.rows.count == window.tokens.count)
                #expect(window.rows.last.map { $0.upperBound == window.pieces.count - 2 } == true)
            }
        }
    }

    // MARK: Files

    @Test func aDamagedFileIsRefused() throws {
        let path = try #require(Self.path)
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count / 2] ^= 1
        let copy = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).ewencoder")
        defer { try? FileManager.default.removeItem(at: copy) }
        try bytes.write(to: copy)
        #expect(throws: ModelError(code: .checksum, detail: "damaged")) { try ModelChoice.recognizer(copy.path) }
        try bytes.prefix(40).write(to: copy)
        #expect(throws: ModelError(code: .format, detail: "not an encoder's file")) {
            try ModelChoice.recognizer(copy.path)
        }
    }
}
