package import Annotation
import Foundation

/// Names to identifiers of entities across documents: a pure function of one name, so that no order can matter.
package enum EntityKey {
    /// `E` and 16 hex digits of the SHA-256 of the type and the folded best name.
    package static func globalId(type: EntityType, name: String) -> String {
        globalId(type: type, folded: fold(name))
    }

    /// The same for a name that is folded already.
    package static func globalId(type: EntityType, folded: String) -> String {
        let hex = String(globalNumber(type: type, folded: folded), radix: 16)
        return "E" + String(repeating: "0", count: 16 - hex.utf8.count) + hex
    }

    /// The 64 bits behind the 16 digits, in big-endian order.
    package static func globalNumber(type: EntityType, folded: String) -> UInt64 {
        let digest = SHA256.hash("\(type.rawValue)\n\(folded)".utf8)
        return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A name without case, diacritics, punctuation, apostrophes, dots and a leading `the`.
    ///
    /// `Załużny` gives `zaluzny`, `U.S.` gives `us`, `NATO-Ukraine Council` gives `nato ukraine council`. A name that has
    /// nothing but punctuation folds to itself.
    package static func fold(_ name: String) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(name.utf8.count)
        if name.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in name.utf8 { append(ascii: byte, to: &folded) }
        } else {
            for scalar in name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
                append(scalar, to: &folded)
            }
        }
        while folded.last == space { folded.removeLast() }
        if folded.starts(with: "the ".utf8) { folded.removeFirst(4) }
        return folded.isEmpty ? name : String(decoding: folded, as: UTF8.self)
    }

    private static let space = UInt8(ascii: " ")

    /// Letters that Unicode does not decompose, as the languages that use them write them without.
    private static let plain: [Unicode.Scalar: String] = [
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h",
        "ŧ": "t",
    ]

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        if scalar.isASCII { return append(ascii: UInt8(scalar.value), to: &folded) }
        // Combining diacritical marks alone: marks of other scripts tell words apart.
        if (0x300...0x36F).contains(scalar.value) || isApostrophe(scalar) { return }
        if let letters = plain[scalar] { return folded.append(contentsOf: letters.utf8) }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .lineSeparator, .paragraphSeparator, .control, .format:
            appendSpace(to: &folded)
        default: folded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private static func append(ascii byte: UInt8, to folded: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): folded.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
        case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): break
        default: appendSpace(to: &folded)
        }
    }

    private static func appendSpace(to folded: inout [UInt8]) {
        if let last = folded.last, last != space { folded.append(space) }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201B, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0x2032, 0xB4, 0xFF07: true
        default: false
        }
    }
}
