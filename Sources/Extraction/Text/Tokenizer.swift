/// Cuts a text into tokens: words, numbers and punctuation, as news corpora have them, in one pass over the bytes.
///
/// Words keep inner hyphens and apostrophes (`Akufo-Addo`, `O'Brien`, `don't`); the clitics 's, 're, 've, 'll, 'd and 'm
/// are tokens of their own. A full stop belongs to initials and abbreviations (`U.S.`, `J.`, `Gen.`). Numbers keep their
/// separators (`1,000.50`, `10:30`, `12/05/2024`). URLs, addresses, handles and hash tags are one token.
public enum Tokenizer {
    /// The tokens of a valid UTF-8 text, in order, without overlap; white space belongs to none.
    public static func tokens(of bytes: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 5 + 4)
        bytes.withUnsafeBufferPointer { buffer in
            let scanner = TextScanner(buffer)
            var position = 0
            while position < buffer.count {
                let (kind, length) = scanner.character(position)
                switch kind {
                case .space, .joiner: position += length
                case .word, .digit: position = word(scanner, from: position, into: &tokens)
                case .punctuation: position = punctuation(scanner, from: position, length: length, into: &tokens)
                case .picture: position = picture(scanner, from: position, into: &tokens)
                }
            }
        }
        return tokens
    }

    // MARK: Words

    private static func word(_ scanner: TextScanner, from start: Int, into tokens: inout [Token]) -> Int {
        if let end = WebToken.end(scanner, from: start) {
            tokens.append(Token(start: start, end: end))
            return end
        }
        var position = start
        // The start of the piece after the last full stop or hyphen, to tell initials from words.
        var piece = start
        while true {
            let (kind, length) = scanner.character(position)
            if kind == .word || kind == .digit || kind == .joiner {
                position += length
                continue
            }
            guard kind == .punctuation else { break }
            let mark = scanner.apostrophe(position)
            if mark > 0 {
                guard scanner.isWord(position + mark) else { break }
                let end = clitic(scanner, after: position + mark)
                if end > 0 {
                    tokens.append(Token(start: start, end: position))
                    tokens.append(Token(start: position, end: end))
                    return end
                }
                position += mark
            } else if joins(scanner, at: position, length: length, piece: piece) {
                position += length
                let mark = scanner.byte(position - 1)
                if mark == 0x2E || mark == 0x2D { piece = position }
            } else {
                break
            }
        }
        position = withSign(scanner, from: start, to: position, piece: piece)
        tokens.append(Token(start: start, end: position))
        return position
    }

    /// The end of a clitic whose letters begin here, or 0: s, d, m, re, ve, ll in either case, then no word.
    private static func clitic(_ scanner: TextScanner, after position: Int) -> Int {
        let first = scanner.byte(position) | 0x20
        let second = scanner.byte(position + 1) | 0x20
        switch (first, second) {
        case (0x72, 0x65), (0x76, 0x65), (0x6C, 0x6C): return scanner.isWord(position + 2) ? 0 : position + 2
        case (0x73, _), (0x64, _), (0x6D, _): return scanner.isWord(position + 1) ? 0 : position + 1
        default: return 0
        }
    }

    /// Whether a mark inside a word goes on with it.
    private static func joins(_ scanner: TextScanner, at position: Int, length: Int, piece: Int) -> Bool {
        let next = position + length
        if scanner.hyphen(position) > 0 { return scanner.isWord(next) }
        guard length == 1 else { return false }
        switch scanner.byte(position) {
        case 0x2E: return joinsFullStop(scanner, at: position, piece: piece)
        case 0x2C, 0x3A, 0x2F: return scanner.isDigit(position - 1) && scanner.isDigit(next)
        case 0x26: return scanner.isUpper(position - 1) && scanner.isUpper(next)
        case 0x40: return scanner.isWord(next)
        default: return false
        }
    }

    private static func joinsFullStop(_ scanner: TextScanner, at position: Int, piece: Int) -> Bool {
        let next = position + 1
        if scanner.isDigit(position - 1) { return scanner.isDigit(next) }
        let isInitial = isOneLetter(scanner, piece, position)
        let hyphen = scanner.hyphen(next)
        // `U.S.-led`, `J.-P.`
        if isInitial, hyphen > 0 { return scanner.isWord(next + hyphen) }
        guard scanner.isLetter(next) else { return false }
        if isInitial { return true }
        // `Ph.D.` and `Booking.com` go on; `war.The` is two sentences.
        if scanner.isUpper(next) {
            let after = next + scanner.character(next).length
            return scanner.byte(after) == 0x2E && position - piece <= 3
        }
        return scanner.isLower(next)
    }

    private static func isOneLetter(_ scanner: TextScanner, _ start: Int, _ end: Int) -> Bool {
        start < end && scanner.isLetter(start) && start + scanner.character(start).length == end
    }

    /// The end of the word with the full stop of an abbreviation or the dollar of `US$`, where it has one.
    private static func withSign(_ scanner: TextScanner, from start: Int, to end: Int, piece: Int) -> Int {
        let sign = scanner.byte(end)
        if sign == 0x24, end - start <= 3, (start..<end).allSatisfy(scanner.isUpper) { return end + 1 }
        guard sign == 0x2E, scanner.byte(end + 1) != 0x2E else { return end }
        if isOneLetter(scanner, piece, end) {
            let isRoman = piece == start && scanner.byte(start) == 0x49
            if piece > start || (scanner.isUpper(start) && !isRoman) { return end + 1 }
        }
        var after = end + 1
        while scanner.byte(after) == 0x20, after < scanner.bytes.count { after += 1 }
        let kind = Abbreviations.kind(scanner.bytes, start..<end, beforeDigit: scanner.isDigit(after))
        return kind == nil ? end : end + 1
    }

    // MARK: Marks

    private static func punctuation(
        _ scanner: TextScanner, from start: Int, length: Int, into tokens: inout [Token]
    ) -> Int {
        let byte = scanner.byte(start)
        var end = start + length
        if byte == 0x40 || byte == 0x23, scanner.isWord(end) {
            end = WebToken.handleEnd(scanner, from: end)
        } else if byte == 0x21 || byte == 0x3F {
            while scanner.byte(end) == 0x21 || scanner.byte(end) == 0x3F { end += 1 }
        } else if byte == 0x2E || byte == 0x2D || byte == 0x2A || byte == 0x3D || byte == 0x7E {
            while scanner.byte(end) == byte { end += 1 }
        } else if byte == 0x27 || byte == 0x60, scanner.byte(end) == byte {
            end += 1
        }
        tokens.append(Token(start: start, end: end))
        return end
    }

    private static func picture(_ scanner: TextScanner, from start: Int, into tokens: inout [Token]) -> Int {
        var end = start
        while true {
            let (kind, length) = scanner.character(end)
            guard kind == .picture || kind == .joiner else { break }
            end += length
        }
        tokens.append(Token(start: start, end: end))
        return end
    }
}
