/// What a character is to the tokenizer.
enum CharacterClass: UInt8 {
    /// Part of a word: letters, marks, digits, underscore.
    case word
    case digit
    case space
    /// A token of its own.
    case punctuation
    /// Emoji and other pictures: a run of them is one token.
    case picture
    /// Invisible: goes on with what it stands in, begins nothing.
    case joiner

    /// The classes of the ASCII bytes; bytes from 0x80 are looked up as scalars.
    static let ascii: [CharacterClass] = (0..<128).map { byte in
        switch UInt8(byte) {
        case 0...32, 127: .space
        case 48...57: .digit
        case 65...90, 97...122, 95: .word
        default: .punctuation
        }
    }

    /// The class of a scalar from U+0080.
    static func of(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0xAA, 0xB5, 0xBA: .word
        case 0x80...0xA0: .space
        case 0xAD: .joiner
        case 0xA1...0xBF, 0xD7, 0xF7: .punctuation
        case 0..<0x2000: otherThanLatin(scalar)
        case 0x2000...0x2BFF: generalPunctuation(scalar)
        case 0x2E00...0x2E7F, 0x3001...0x3004, 0x3008...0x3020, 0x3030: .punctuation
        case 0x3000, 0xFEFF, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF: .space
        case 0xFE00...0xFE0F: .joiner
        case 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3E, 0xFF5B...0xFF65:
            .punctuation
        case 0xFFFC...0xFFFD, 0x1F000...0x1FBFF: .picture
        default: .word
        }
    }

    private static func otherThanLatin(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0x1680: .space
        case 0x2C2...0x2C5, 0x37E, 0x387, 0x55A...0x55F, 0x589, 0x58A, 0x5BE, 0x5C0, 0x5C3, 0x5F3, 0x5F4: .punctuation
        case 0x600...0x60F, 0x61B...0x61F, 0x66A...0x66D, 0x6D4, 0x964, 0x965, 0x104A...0x104F, 0x1360...0x1368,
            0x17D4...0x17DA:
            .punctuation
        case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0x9E6...0x9EF: .digit
        default: .word
        }
    }

    private static func generalPunctuation(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0x200C, 0x200D, 0x2060: .joiner
        case 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F: .space
        case 0x2010...0x205E: .punctuation
        case 0x2070...0x209F, 0x20D0...0x20FF, 0x2100...0x218F: .word
        case 0x2190...0x2BFF: .picture
        default: .punctuation
        }
    }
}
