import Annotation
import Testing

@Suite struct CodePointOffsetsTests {
    static let texts = [
        "", "a", "plain ASCII text that is longer than one stride of sixty-four bytes, to be sure of it",
        "\u{FEFF}with a mark\r\nand CRLF\r\n", "e\u{301}te\u{301} and été", "Київ — столиця України, Łódź, Ærø",
        "👩‍👩‍👧‍👦 family, 🇺🇦 flag", "שלום עולם and مرحبا بالعالم", String(repeating: "ї😀a", count: 200),
    ]

    @Test(arguments: texts)
    func bothDirectionsAgreeAtEveryCodePoint(text: String) {
        let bytes = Array(text.utf8)
        let offsets = CodePointOffsets(bytes)
        var byte = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            #expect(offsets.codePoint(atByte: byte) == index)
            #expect(offsets.byte(atCodePoint: index) == byte)
            byte += String(scalar).utf8.count
        }
        #expect(offsets.count == text.unicodeScalars.count)
        #expect(offsets.codePoint(atByte: bytes.count) == offsets.count)
        #expect(offsets.byte(atCodePoint: offsets.count) == bytes.count)
    }

    @Test func theTextBetweenTwoOffsetsIsExact() {
        let offsets = CodePointOffsets(Array("a😀e\u{301}z".utf8))
        #expect(Array(offsets.text(1, 4).utf8) == Array("😀e\u{301}".utf8))
    }

    @Test func theKeyIsTheHashOfTheBytes() {
        #expect(DocumentKey.of(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(DocumentKey.isValid(DocumentKey.of([])))
        #expect(!DocumentKey.isValid("BA7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    }
}
