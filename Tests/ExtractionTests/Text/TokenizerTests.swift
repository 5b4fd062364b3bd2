import Extraction
import Testing

@Suite struct TokenizerTests {
    private func strings(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Tokenizer.tokens(of: bytes).map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    }

    @Test(arguments: [
        ("Ukraine’s minister", "Ukraine|’s|minister"),
        ("UKRAINE'S ARMY", "UKRAINE|'S|ARMY"),
        ("the States' aims", "the|States|'|aims"),
        ("O'Brien of Côte d’Ivoire, in Sana'a", "O'Brien|of|Côte|d’Ivoire|,|in|Sana'a"),
        ("don't, don’t, he'll, we’ve", "don't|,|don’t|,|he|'ll|,|we|’ve"),
        ("the U.S. and the U.S.-led force", "the|U.S.|and|the|U.S.-led|force"),
        ("John F. Kennedy, J.R.R. Tolkien, J.-P. Roux", "John|F.|Kennedy|,|J.R.R.|Tolkien|,|J.-P.|Roux"),
        ("Gen. Kim met Dr. Li.", "Gen.|Kim|met|Dr.|Li|."),
        ("World War I. The end", "World|War|I|.|The|end"),
        ("Acme Inc. of St. Louis", "Acme|Inc.|of|St.|Louis"),
        ("No. 5, but no. Yes", "No.|5|,|but|no|.|Yes"),
        ("Akufo-Addo's co-founder—now 5-year", "Akufo-Addo|'s|co-founder|—|now|5-year"),
        ("1,000.50 or 10:30 on 12/05/2024, 50%", "1,000.50|or|10:30|on|12/05/2024|,|50|%"),
        ("$1.5bn, US$20, €30m, A$5", "$|1.5bn|,|US$|20|,|€|30m|,|A$|5"),
        ("AT&T and R&D, this&that", "AT&T|and|R&D|,|this|&|that"),
        ("see https://example.com/a?b=c, (www.x.org).", "see|https://example.com/a?b=c|,|(|www.x.org|)|."),
        ("mail a.b@c.org or @user_1 #Kyiv2024.", "mail|a.b@c.org|or|@user_1|#Kyiv2024|."),
        ("Booking.com fell.Then Ph.D. holders", "Booking.com|fell|.|Then|Ph.D.|holders"),
        ("“Stop!” she said… really?!", "“|Stop|!|”|she|said|…|really|?!"),
        ("Wait... no -- yes", "Wait|...|no|--|yes"),
        ("Путін і Żałużny, Đặng", "Путін|і|Żałużny|,|Đặng"),
        ("a\u{A0}b\u{2009}c\u{3000}d\u{200B}e", "a|b|c|d|e"),
        ("page\u{0C}next\r\nline", "page|next|line"),
        ("מלחמה, حرب؟", "מלחמה|,|حرب|؟"),
        ("e\u{301}tat 1\u{FE0F}\u{20E3} ok", "e\u{301}tat|1\u{FE0F}\u{20E3}|ok"),
        ("👩‍👩‍👧 win 🇺🇦🇵🇱!", "👩‍👩‍👧|win|🇺🇦🇵🇱|!"),
        ("\u{FEFF}Title", "Title"),
        ("the 1990's, 1990s and '90s", "the|1990|'s|,|1990s|and|'|90s"),
        ("and/or km/h", "and|/|or|km|/|h"),
        ("2022–2023 Russia–Ukraine", "2022|–|2023|Russia|–|Ukraine"),
    ])
    func cutsAsNewsCorporaDo(text: String, expected: String) {
        #expect(strings(text).joined(separator: "|") == expected)
    }

    @Test(arguments: 0..<40)
    func tokensAreInOrderCoverAllButSpaceAndCutNoScalar(seed: Int) {
        let text = Junk.text(seed: UInt64(seed), length: 600)
        let bytes = Array(text.utf8)
        var position = 0
        for token in Tokenizer.tokens(of: bytes) {
            #expect(Int(token.start) >= position && token.end > token.start)
            #expect(bytes[Int(token.start)] & 0xC0 != 0x80)
            #expect(Int(token.end) == bytes.count || bytes[Int(token.end)] & 0xC0 != 0x80)
            let between = String(decoding: bytes[position..<Int(token.start)], as: UTF8.self)
            #expect(between.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic && !("!"..."~").contains($0) })
            position = Int(token.end)
        }
    }

    @Test func lineEndsDoNotChangeTheTokens() {
        let text = "Kyiv’s mayor\nVitali Klitschko, 52,\n\nspoke to the U.S.\nambassador.\n"
        let windows = text.replacing("\n", with: "\r\n")
        #expect(strings(text) == strings(windows))
    }
}
