/// One word of a name in plain Latin letters, with what its writing says about it.
struct NameWord: Sendable {
    /// `a` to `z` and digits.
    var letters: [UInt8]
    /// The first letter is a small one.
    var isLower = false
    /// A hyphen joins it to the word before.
    var isJoined = false
    /// Stands right after a comma.
    var followsComma = false
    /// Stands in brackets or double quotation marks.
    var isAside = false
    /// All its letters are capitals, and there is more than one.
    var isCapitals = false

    var text: String { String(decoding: letters, as: UTF8.self) }
    var isInitial: Bool { letters.count == 1 && letters[0] >= 0x61 }
    var isNumber: Bool { letters.allSatisfy { $0 < 0x61 } }
}

/// Splits a name into words in plain Latin letters, whatever script it is in.
struct NameWords {
    private(set) var words: [NameWord] = []
    private var current = NameWord(letters: [])
    private var joined = false
    private var comma = false
    private var aside = false
    private var capitals = 0
    private var smalls = 0

    init(_ name: String, letters table: LetterTable) {
        if !read(name, table), let romanised = LetterTable.romanised(name) {
            self = NameWords(romanised: romanised, table)
        }
        finishWord()
    }

    private init(romanised name: String, _ table: LetterTable) {
        _ = read(name, table)
        for index in words.indices { words[index].isLower = false }
    }

    /// False where a letter belongs to a script that the table does not have.
    private mutating func read(_ name: String, _ table: LetterTable) -> Bool {
        var previous: Unicode.Scalar?
        for scalar in name.unicodeScalars {
            if scalar.isASCII {
                ascii(UInt8(scalar.value))
            } else if let before = previous, let both = table.written(before, scalar), !current.letters.isEmpty {
                current.letters.removeLast(min(table.written(before)?.count ?? 0, current.letters.count))
                current.letters.append(contentsOf: both)
            } else if let written = table.written(scalar) {
                let isSmall = scalar.properties.isLowercase
                append(written, isSmall: isSmall, isCapital: !isSmall)
            } else if !other(scalar) {
                return false
            }
            previous = scalar
        }
        return true
    }

    private mutating func ascii(_ byte: UInt8) {
        switch byte {
        case 0x61...0x7A: append([byte], isSmall: true, isCapital: false)
        case 0x41...0x5A: append([byte | 0x20], isSmall: false, isCapital: true)
        case 0x30...0x39: append([byte], isSmall: false, isCapital: false)
        case UInt8(ascii: "'"), UInt8(ascii: "`"): break
        case UInt8(ascii: "-"):
            finishWord()
            joined = true
        case UInt8(ascii: ","):
            finishWord()
            comma = true
        case UInt8(ascii: "("), UInt8(ascii: "["): open(true)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): open(false)
        case UInt8(ascii: "\""): open(!aside)
        case UInt8(ascii: "&"), UInt8(ascii: "+"):
            finishWord()
        default: finishWord()
        }
    }

    private mutating func append(_ letters: [UInt8], isSmall: Bool, isCapital: Bool) {
        if current.letters.isEmpty {
            current.isLower = isSmall
            capitals = 0
            smalls = 0
        }
        capitals += isCapital ? 1 : 0
        smalls += isSmall ? 1 : 0
        current.letters.append(contentsOf: letters)
    }

    /// Marks, spaces and punctuation; false for a letter.
    private mutating func other(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x2018, 0x2019, 0x201B, 0x2B9...0x2BF, 0x2032, 0xB4, 0xFF07, 0x200B...0x200F, 0xFEFF:
            return true
        case 0x2010...0x2012:
            finishWord()
            joined = true
            return true
        case 0x201C, 0xAB, 0x201E: open(true)
        case 0x201D, 0xBB: open(false)
        default:
            if scalar.properties.isAlphabetic { return false }
            finishWord()
        }
        return true
    }

    private mutating func open(_ isOpen: Bool) {
        finishWord()
        aside = isOpen
    }

    private mutating func finishWord() {
        guard !current.letters.isEmpty else { return }
        current.isJoined = joined && !words.isEmpty
        current.followsComma = comma
        current.isAside = aside
        current.isCapitals = capitals > 1 && smalls == 0
        words.append(current)
        current = NameWord(letters: [])
        joined = false
        comma = false
    }
}
