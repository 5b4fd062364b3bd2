/// URLs, handles and hash tags: one token each.
enum WebToken {
    private static let prefixes: [[UInt8]] = ["http://", "https://", "ftp://", "www."].map { Array($0.utf8) }

    /// The end of a URL that begins here, or nil. Trailing punctuation is not part of it.
    static func end(_ scanner: TextScanner, from start: Int) -> Int? {
        let first = scanner.byte(start) | 0x20
        guard first == 0x68 || first == 0x77 || first == 0x66 else { return nil }
        guard prefixes.contains(where: { hasPrefix(scanner, $0, at: start) }) else { return nil }
        var end = start
        while true {
            let (kind, length) = scanner.character(end)
            let byte = scanner.byte(end)
            if kind == .space || kind == .picture || isBracket(byte) || (kind == .punctuation && length > 1) { break }
            end += length
        }
        while end > start, isTrailing(scanner.byte(end - 1)) { end -= 1 }
        return end
    }

    /// The end of the name of a handle or hash tag that begins here: word characters, dots and hyphens between them.
    static func handleEnd(_ scanner: TextScanner, from start: Int) -> Int {
        var end = start
        while true {
            let (kind, length) = scanner.character(end)
            let byte = scanner.byte(end)
            let joins = (byte == 0x2E || byte == 0x2D) && scanner.isWord(end + 1)
            guard kind == .word || kind == .digit || kind == .joiner || joins else { return end }
            end += length
        }
    }

    private static func hasPrefix(_ scanner: TextScanner, _ prefix: [UInt8], at start: Int) -> Bool {
        for (offset, byte) in prefix.enumerated() where scanner.byte(start + offset) | 0x20 != byte | 0x20 {
            return false
        }
        return scanner.isWord(start + prefix.count)
    }

    private static func isBracket(_ byte: UInt8) -> Bool {
        byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x7B || byte == 0x7D || byte == 0x5B || byte == 0x5D
    }

    private static func isTrailing(_ byte: UInt8) -> Bool {
        byte == 0x2E || byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x21 || byte == 0x3F || byte == 0x29
            || byte == 0x27
    }
}
