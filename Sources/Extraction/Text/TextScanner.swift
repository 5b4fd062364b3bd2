/// Reads characters of UTF-8 bytes by position; positions past the ends read as white space.
struct TextScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private let ascii: [CharacterClass]

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        ascii = CharacterClass.ascii
    }

    @inline(__always) func byte(_ position: Int) -> UInt8 {
        position >= 0 && position < bytes.count ? bytes[position] : 0x20
    }

    /// The class of the character that begins here and its length in bytes.
    @inline(__always) func character(_ position: Int) -> (kind: CharacterClass, length: Int) {
        guard position < bytes.count else { return (.space, 1) }
        let byte = bytes[position]
        if byte < 0x80 { return (ascii[Int(byte)], 1) }
        let (scalar, length) = scalar(position)
        return (CharacterClass.of(scalar), length)
    }

    /// The scalar that begins here and its length in bytes; a stray byte is read as U+FFFD.
    func scalar(_ position: Int) -> (scalar: UInt32, length: Int) {
        guard position < bytes.count else { return (0x20, 1) }
        let lead = bytes[position]
        let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0
        guard length > 1 else { return length == 1 ? (UInt32(lead), 1) : (0xFFFD, 1) }
        guard position + length <= bytes.count else { return (0xFFFD, 1) }
        var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for index in position + 1..<position + length { scalar = scalar << 6 | UInt32(bytes[index] & 0x3F) }
        return (scalar, length)
    }

    @inline(__always) func isWord(_ position: Int) -> Bool {
        let kind = character(position).kind
        return kind == .word || kind == .digit
    }

    @inline(__always) func isDigit(_ position: Int) -> Bool {
        let byte = byte(position)
        return byte >= 48 && byte <= 57
    }

    @inline(__always) func isLetter(_ position: Int) -> Bool { character(position).kind == .word }

    @inline(__always) func isUpper(_ position: Int) -> Bool {
        let byte = byte(position)
        if byte < 0x80 { return byte >= 65 && byte <= 90 }
        return LetterCase.isUpper(scalar(position).scalar)
    }

    @inline(__always) func isLower(_ position: Int) -> Bool {
        let byte = byte(position)
        if byte < 0x80 { return byte >= 97 && byte <= 122 }
        return LetterCase.isLower(scalar(position).scalar)
    }

    /// The length of an apostrophe that begins here: straight, curly either way, or a grave accent; else 0.
    @inline(__always) func apostrophe(_ position: Int) -> Int {
        let byte = byte(position)
        if byte == 0x27 || byte == 0x60 { return 1 }
        guard byte == 0xE2, self.byte(position + 1) == 0x80 else { return 0 }
        return self.byte(position + 2) == 0x99 || self.byte(position + 2) == 0x98 ? 3 : 0
    }

    /// The length of a hyphen that begins here: the ASCII one, U+2010 or U+2011; else 0.
    @inline(__always) func hyphen(_ position: Int) -> Int {
        let byte = byte(position)
        if byte == 0x2D { return 1 }
        guard byte == 0xE2, self.byte(position + 1) == 0x80 else { return 0 }
        return self.byte(position + 2) == 0x90 || self.byte(position + 2) == 0x91 ? 3 : 0
    }
}
