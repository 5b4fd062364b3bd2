/// Cuts bytes into pieces in one pass.
struct PieceScanner {
    private let bytes: [UInt8]
    private(set) var pieces: [Piece] = []
    private var previousEnd = 0
    private let lexicon: WordLexicon

    init(bytes: [UInt8], capacity: Int, lexicon: WordLexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
        pieces.reserveCapacity(capacity)
    }

    /// Adds the pieces of a range of valid UTF-8 behind those scanned before.
    mutating func scan(_ range: Range<Int>, token: Int, opensSentence: Bool) {
        var opens = opensSentence
        var position = range.lowerBound
        while position < range.upperBound {
            let length = spaceLength(position)
            if length > 0 {
                position += length
                continue
            }
            let piece = piece(at: position, limit: range.upperBound, token: token, opensSentence: opens)
            pieces.append(piece)
            position = Int(piece.end)
            previousEnd = position
            opens = false
        }
    }

    /// Adds a range as one piece that no rule reads.
    mutating func add(address range: Range<Int>, token: Int, opensSentence: Bool) {
        pieces.append(
            Piece(
                start: Int32(range.lowerBound), end: Int32(range.upperBound), token: Int32(token), hash: 0,
                mark: Mark.address, kind: .mark, spaced: range.lowerBound > previousEnd || pieces.isEmpty,
                opensLine: breaksLine(previousEnd..<range.lowerBound), opensSentence: opensSentence, capital: false))
        previousEnd = range.upperBound
    }

    private func piece(at start: Int, limit: Int, token: Int, opensSentence: Bool) -> Piece {
        let first = bytes[start]
        let kind: Piece.Kind = isDigit(first) ? .number : (isLetter(first, start) ? .word : .mark)
        var piece = Piece(
            start: Int32(start), end: Int32(start + 1), token: Int32(token), hash: 0, kind: kind,
            spaced: start > previousEnd || pieces.isEmpty, opensLine: breaksLine(previousEnd..<start),
            opensSentence: opensSentence, capital: first >= 0x41 && first <= 0x5A)
        switch kind {
        case .number: extendNumber(&piece, limit)
        case .word: extendWord(&piece, limit)
        case .mark: extendMark(&piece, limit)
        }
        return piece
    }

    private func extendNumber(_ piece: inout Piece, _ limit: Int) {
        var end = Int(piece.start)
        var value: Int32 = 0
        while end < limit, isDigit(bytes[end]) {
            if end - Int(piece.start) < 9 { value = value * 10 + Int32(bytes[end] & 15) }
            end += 1
        }
        piece.end = Int32(end)
        piece.value = piece.length > 9 ? -1 : value
    }

    private func extendWord(_ piece: inout Piece, _ limit: Int) {
        var end = Int(piece.start)
        var hash = LatinHash()
        while end < limit, isLetter(bytes[end], end) {
            let length = bytes[end] < 0x80 ? 1 : scalarLength(bytes[end])
            for offset in end..<min(end + length, limit) { hash.add(bytes[offset]) }
            end = min(end + length, limit)
        }
        piece.end = Int32(end)
        piece.hash = hash.value
        piece.classes = lexicon.classes(of: bytes[Int(piece.start)..<end])
    }

    private func extendMark(_ piece: inout Piece, _ limit: Int) {
        let start = Int(piece.start)
        let first = bytes[start]
        guard first >= 0x80 else {
            piece.mark = UInt32(first)
            return
        }
        let length = min(scalarLength(first), limit - start)
        var scalar = UInt32(first) & (length == 2 ? 0x1F : 0x0F)
        for offset in start + 1..<start + length { scalar = scalar << 6 | UInt32(bytes[offset] & 0x3F) }
        piece.mark = scalar
        piece.end = Int32(start + length)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// ASCII letters, and all beyond ASCII but the blocks of punctuation, currency signs and symbols.
    private func isLetter(_ byte: UInt8, _ position: Int) -> Bool {
        if byte < 0x80 { return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
        return byte != 0xC2 && byte != 0xE2 && !(byte == 0xE3 && bytes[position + 1] == 0x80) && byte != 0xEF
    }

    private func scalarLength(_ byte: UInt8) -> Int { byte < 0xE0 ? 2 : (byte < 0xF0 ? 3 : 4) }

    /// The bytes of white space at a position: ASCII, no-break and narrow spaces.
    private func spaceLength(_ position: Int) -> Int {
        let byte = bytes[position]
        if byte <= 0x20 { return 1 }
        if byte == 0xC2, bytes[position + 1] == 0xA0 { return 2 }
        guard byte == 0xE2, bytes[position + 1] == 0x80 else { return 0 }
        let last = bytes[position + 2]
        return last <= 0x8B || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
    }

    private func breaksLine(_ gap: Range<Int>) -> Bool {
        if pieces.isEmpty { return true }
        return gap.contains { bytes[$0] == 0x0A || bytes[$0] == 0x0D }
    }
}
