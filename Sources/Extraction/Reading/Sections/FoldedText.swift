/// A text beside its lower-case form of the same length, for comparing words byte by byte.
///
/// Folds ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic letters; each keeps its length in UTF-8, so that offsets
/// into one are offsets into the other.
struct FoldedText: Sendable {
    let bytes: [UInt8]
    let folded: [UInt8]

    /// - Parameter bytes: valid UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var folded = bytes
        var index = 0
        while index < folded.count {
            let lead = folded[index]
            if lead < 0x80 {
                if lead &- 0x41 < 26 { folded[index] = lead | 0x20 }
                index += 1
            } else if lead & 0xE0 == 0xC0, index + 1 < folded.count {
                let scalar = UInt32(lead & 0x1F) << 6 | UInt32(folded[index + 1] & 0x3F)
                let lower = Self.lowercase(scalar)
                folded[index] = UInt8(0xC0 | lower >> 6)
                folded[index + 1] = UInt8(0x80 | lower & 0x3F)
                index += 2
            } else {
                index += 1
            }
        }
        self.folded = folded
    }

    /// The lower-case form of a scalar below U+0800 whose lower-case form is below U+0800 too.
    static func lowercase(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xC0...0xDE where scalar != 0xD7: scalar + 0x20
        case 0x100...0x137, 0x14A...0x177: scalar | 1
        case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
        case 0x391...0x3A9: scalar + 0x20
        case 0x400...0x40F: scalar + 0x50
        case 0x410...0x42F: scalar + 0x20
        case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar | 1
        default: scalar
        }
    }

    /// Whether the scalar that starts at a byte is an upper-case letter of those that are folded.
    func isUppercase(at index: Int) -> Bool {
        bytes[index] != folded[index]
            || (index + 1 < bytes.count && bytes[index] >= 0xC0 && bytes[index + 1] != folded[index + 1])
    }

    /// The number of bytes of the scalar whose first byte this is.
    static func length(ofLead lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// Whether the scalar at a byte is a letter or digit; punctuation, symbols and emoji are not.
    func isWord(at index: Int) -> Bool {
        let lead = bytes[index]
        switch lead {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case 0..<0x80, 0xC2, 0xE2, 0xEF, 0xF0...0xFF: return false
        case 0xE3: return index + 1 < bytes.count && bytes[index + 1] != 0x80
        default: return true
        }
    }

    /// Calls the body with each word of a range: letters and digits, with apostrophes inside.
    func forEachWord(in range: Range<Int>, _ body: (Range<Int>) -> Void) {
        var index = range.lowerBound
        while index < range.upperBound {
            guard isWord(at: index) else {
                index += Self.length(ofLead: bytes[index])
                continue
            }
            let start = index
            var end = index
            while index < range.upperBound {
                if isWord(at: index) {
                    index += Self.length(ofLead: bytes[index])
                    end = index
                } else if let next = apostropheEnd(at: index), next < range.upperBound, isWord(at: next) {
                    index = next
                } else {
                    break
                }
            }
            body(start..<min(end, range.upperBound))
        }
    }

    /// The byte after an apostrophe that starts here, straight or curly.
    private func apostropheEnd(at index: Int) -> Int? {
        if bytes[index] == 0x27 { return index + 1 }
        let isCurly =
            bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
        return isCurly ? index + 3 : nil
    }

    /// FNV-1a over the lower-case bytes of a range.
    func hash(_ range: Range<Int>) -> UInt64 {
        var hash = ByteHash.seed
        for index in range { hash = ByteHash.step(hash, folded[index]) }
        return hash
    }
}

extension FoldedText {
    /// FNV-1a over the lower-case form of some bytes, without a copy of them.
    static func hash(of bytes: ArraySlice<UInt8>) -> UInt64 {
        var hash = ByteHash.seed
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte & 0xE0 == 0xC0, index + 1 < bytes.endIndex {
                let lower = lowercase(UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F))
                hash = ByteHash.step(ByteHash.step(hash, UInt8(0xC0 | lower >> 6)), UInt8(0x80 | lower & 0x3F))
                index += 2
            } else {
                hash = ByteHash.step(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
                index += 1
            }
        }
        return hash
    }
}
