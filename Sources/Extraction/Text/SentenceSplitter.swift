/// Groups tokens into sentences.
///
/// A sentence ends after its full stop (not that of an abbreviation), question or exclamation mark with the quotation
/// marks and brackets that close after it, and at the end of a paragraph: a heading needs no full stop. A single line
/// end is the end of a paragraph unless the text goes on in lower case; what a wrap tore apart, `LineWraps` has joined.
public enum SentenceSplitter {
    /// Ranges of indexes into the tokens, in order, without gap or overlap.
    public static func sentences(of tokens: [Token], in bytes: [UInt8]) -> [Range<Int>] {
        guard !tokens.isEmpty else { return [] }
        var sentences: [Range<Int>] = []
        sentences.reserveCapacity(tokens.count / 20 + 1)
        bytes.withUnsafeBufferPointer { buffer in
            let scanner = TextScanner(buffer)
            let boundary = SentenceBoundary(scanner: scanner, tokens: tokens)
            var start = 0
            for index in 0..<tokens.count - 1 where boundary.isEnd(after: index) {
                sentences.append(start..<index + 1)
                start = index + 1
            }
        }
        sentences.append((sentences.last?.upperBound ?? 0)..<tokens.count)
        return sentences
    }
}

/// Decides between two neighbouring tokens.
private struct SentenceBoundary {
    let scanner: TextScanner
    let tokens: [Token]

    /// Words that, capitalised, begin sentences far more often than they go on with a name.
    private static let starters = PackedWord.set(
        """
        The A An In On At It He She They We I You This That These Those But And Or So If When While After Before As For
        From To With By His Her Its Their Our My There Here What Who How Why Where Some Many Most Several Both Each All
        Not Now Then However Also Although Though Since Because Under Over During Until Last Next One Two Another Such
        Despite Earlier Later Today Only Once Even Still Yet Among According Once It's He's I'm
        """)

    func isEnd(after index: Int) -> Bool {
        let end = Int(tokens[index].end)
        let next = Int(tokens[index + 1].start)
        switch lineBreak(from: end, to: next) {
        case .paragraph: return true
        case .line: if !scanner.isLower(next) { return true }
        case .none: break
        }
        return endsByMark(index, next: next)
    }

    // MARK: Line ends

    private enum LineBreak { case none, line, paragraph }

    private func lineBreak(from start: Int, to end: Int) -> LineBreak {
        guard end - start > 0, end - start > 1 || scanner.byte(start) != 0x20 else { return .none }
        var feeds = 0
        var returns = 0
        for position in start..<end {
            switch scanner.byte(position) {
            case 0x0A: feeds += 1
            case 0x0D, 0x0C: returns += 1
            case 0xE2 where scanner.byte(position + 1) == 0x80:
                if scanner.byte(position + 2) == 0xA8 { returns += 1 }
                if scanner.byte(position + 2) == 0xA9 { feeds += 2 }
            default: break
            }
        }
        let lines = feeds > 0 ? feeds : returns
        return lines == 0 ? .none : lines == 1 ? .line : .paragraph
    }

    // MARK: Marks

    private func endsByMark(_ index: Int, next: Int) -> Bool {
        var last = index
        // Closing marks that touch the full stop belong to it.
        while last > 0, index - last < 4, isClosing(last), touches(last - 1, last) { last -= 1 }
        let start = Int(tokens[last].start)
        let end = Int(tokens[last].end)
        if last == index, touchesClosing(index) { return false }
        switch scanner.byte(end - 1) {
        case 0x21, 0x3F: return end - start <= 3 && !goesOn(next)
        case 0x2E: break
        case 0xA6 where isEllipsis(start, end): return beginsSentence(next)
        default: return false
        }
        if end - start == 1 { return !goesOn(next) && !(last == index && isGlued(index)) }
        if scanner.byte(start) == 0x2E { return beginsSentence(next) }
        return abbreviationEnds(start, end, next: index + 1)
    }

    /// Whether the sentence ends with an abbreviation: the next word is one that begins sentences, or a quotation.
    private func abbreviationEnds(_ start: Int, _ end: Int, next: Int) -> Bool {
        let kind = Abbreviations.kind(scanner.bytes, start..<end - 1, beforeDigit: false)
        if kind == .title { return false }
        let range = Int(tokens[next].start)..<Int(tokens[next].end)
        if let word = PackedWord(scanner.bytes, range), Self.starters.contains(word) {
            // `John A. I …` is no sentence end, nor is `J. A. Smith`; `the U.S. A …` is.
            return range.count > 1 || end - start > 2
        }
        return isOpeningQuote(range.lowerBound) && end - start > 2
    }

    /// Whether what begins here goes on with the sentence: lower case, or a mark that cannot begin one.
    private func goesOn(_ position: Int) -> Bool {
        let byte = scanner.byte(position)
        return scanner.isLower(position) || byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x29
    }

    private func beginsSentence(_ position: Int) -> Bool {
        scanner.isUpper(position) || isOpeningQuote(position) || scanner.byte(position) == 0x22
    }

    /// A full stop with a word right behind it, as in `name.txt`, unless that is in upper case.
    private func isGlued(_ index: Int) -> Bool {
        let next = Int(tokens[index + 1].start)
        return touches(index, index + 1) && !scanner.isUpper(next) && !isOpeningQuote(next)
    }

    private func touches(_ first: Int, _ second: Int) -> Bool { tokens[first].end == tokens[second].start }

    private func touchesClosing(_ index: Int) -> Bool { touches(index, index + 1) && isClosing(index + 1) }

    /// Closing quotation marks and brackets; a straight mark closes because it touches what is before it.
    private func isClosing(_ index: Int) -> Bool {
        let start = Int(tokens[index].start)
        switch scanner.byte(start) {
        case 0x22, 0x27, 0x29, 0x5D: return tokens[index].end - tokens[index].start <= 2
        case 0xE2:
            return scanner.byte(start + 1) == 0x80
                && (scanner.byte(start + 2) == 0x99 || scanner.byte(start + 2) == 0x9D)
                && tokens[index].end - tokens[index].start == 3
        case 0xC2: return scanner.byte(start + 1) == 0xBB
        default: return false
        }
    }

    private func isOpeningQuote(_ position: Int) -> Bool {
        let byte = scanner.byte(position)
        if byte == 0xC2 { return scanner.byte(position + 1) == 0xAB }
        if byte == 0x22 || byte == 0x27 { return !scanner.isWord(position - 1) && scanner.isWord(position + 1) }
        guard byte == 0xE2, scanner.byte(position + 1) == 0x80 else { return false }
        let last = scanner.byte(position + 2)
        return last == 0x9C || last == 0x98 || last == 0x9E
    }

    private func isEllipsis(_ start: Int, _ end: Int) -> Bool {
        end - start == 3 && scanner.scalar(start).scalar == 0x2026
    }
}
