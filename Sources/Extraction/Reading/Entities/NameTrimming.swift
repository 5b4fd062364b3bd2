import Annotation

/// Cuts from a recognised name what the convention leaves out: leading article and title, trailing possessive.
enum NameTrimming {
    /// The tokens that are the name itself; all of them where nothing would be left.
    static func trimmed(_ tokens: Range<Int>, type: EntityType, in text: TokenizedText) -> Range<Int> {
        var start = tokens.lowerBound
        var end = tokens.upperBound
        while end - start > 1, isPossessive(text.bytes(of: end - 1)) { end -= 1 }
        if type == .person { start += officeLength(start..<end, in: text) }
        while end - start > 1, isLeading(start, type: type, in: text) { start += 1 }
        if type != .person { end -= trailingOffice(start..<end, in: text) }
        return start..<end
    }

    /// The length of an office at the end: `Marketing Manager` of `Acme Marketing Manager`; 0 where nothing would be left,
    /// or where the name is that of the office: `Office of the Prime Minister`.
    private static func trailingOffice(_ tokens: Range<Int>, in text: TokenizedText) -> Int {
        guard tokens.count > 1, offices.contains(Folding.fold(text.bytes(of: tokens.upperBound - 1))) else { return 0 }
        var start = tokens.upperBound - 1
        while start > tokens.lowerBound {
            let tags = WordLexicon.english.classes(of: text.bytes(of: start - 1))
            guard !tags.isDisjoint(with: [.officeModifier, .officeField, .officeNoun]),
                tags.isDisjoint(with: [.boundary])
            else { break }
            start -= 1
        }
        guard start > tokens.lowerBound else { return 0 }
        let before = WordLexicon.english.classes(of: text.bytes(of: start - 1))
        return before.isDisjoint(with: [.officePreposition, .article, .coordinator]) ? tokens.upperBound - start : 0
    }

    private static let offices = Set(
        """
        minister president director manager secretary spokesperson spokesman spokeswoman chairman chairperson chairwoman
        ceo commissioner governor ambassador mayor director-general secretary-general
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// The length of an office of two words or more at the start: `Defense Minister` before a name; else 0.
    private static func officeLength(_ tokens: Range<Int>, in text: TokenizedText) -> Int {
        var length = 0
        var hasHead = false
        for token in tokens.dropLast() {
            let tags = WordLexicon.english.classes(of: text.bytes(of: token))
            if tags.isDisjoint(with: [.officeNoun, .officeModifier, .officeField, .officeState, .officePostfix]) {
                break
            }
            hasHead = hasHead || tags.contains(.officeNoun)
            length += 1
        }
        return hasHead && length > 1 ? length : 0
    }

    private static func isLeading(_ token: Int, type: EntityType, in text: TokenizedText) -> Bool {
        if type == .location, directions.contains(text.bytes(of: token)) { return true }
        let word = Folding.fold(text.bytes(of: token).prefix { $0 != 0x2E })
        if articles.contains(word) { return !withArticle.contains(Folding.fold(text.bytes(of: token + 1))) }
        return type == .person && titles.contains(word) && isCapitalized(token + 1, in: text)
    }

    /// Whether a token is a capitalised title, as before a person's name.
    static func isTitle(_ token: Int, in text: TokenizedText) -> Bool {
        isCapitalized(token, in: text) && titles.contains(Folding.fold(text.bytes(of: token).prefix { $0 != 0x2E }))
    }

    /// `'s`, `’s` and the apostrophe alone.
    private static func isPossessive(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.first == 0x27 || bytes.starts(with: [0xE2, 0x80, 0x99]) else { return false }
        let folded = Folding.fold(bytes)
        return folded.isEmpty || folded == "s"
    }

    private static func isCapitalized(_ token: Int, in text: TokenizedText) -> Bool {
        String(decoding: text.bytes(of: token).prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isUppercase
            ?? false
    }

    /// In lower case no part of a place's name: `southern Chile`.
    private static let directions = Set(
        """
        north south east west northern southern eastern western central north-east north-west south-east south-west
        northeast northwest southeast southwest north-eastern north-western south-eastern south-western northeastern
        northwestern southeastern southwestern
        """.split(whereSeparator: \.isWhitespace).map { ArraySlice($0.utf8) })
    private static let articles: Set<String> = ["the", "a", "an"]
    /// Places whose article is part of the name.
    private static let withArticle: Set<String> = ["hague", "gambia", "bronx"]
    /// What is a title before whatever name: royal and religious ones, often part of the name, are the recogniser's.
    private static let titles = Set(
        """
        mr mrs ms miss mister dr prof professor president minister chancellor premier senator sen governor gov rep
        congressman congresswoman ambassador general gen colonel col lt lieutenant major maj captain capt sergeant sgt
        brigadier brig admiral adm commander inspector superintendent detective constable justice judge mayor sir madam
        madame chairman chairwoman secretary deputy coach director
        speaker historian nurse legislator lawmaker advocate nuncio consul parliamentarian commissioner councillor councilor counselor councilwoman councilman engineer engr comrade barrister
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
