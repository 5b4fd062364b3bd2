import Foundation

/// Folds words to the form in which they are looked up and compared: lower case, Latin letters without marks, no apostrophes.
enum Folding {
    /// The folded form of UTF-8 bytes: `Łódź` gives `lodz`, `O’Brien` gives `obrien`.
    static func fold(_ bytes: some Collection<UInt8>) -> String {
        if let plain = foldPlain(bytes) { return plain }
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { append(scalar, to: &folded) }
        return String(decoding: folded, as: UTF8.self)
    }

    /// The hash of the folded form, without a full stop at its end: by it words are looked up and compared.
    static func key(of bytes: ArraySlice<UInt8>) -> UInt64 {
        let word = bytes.count > 1 && bytes.last == 0x2E ? bytes.dropLast() : bytes
        var hash = ByteHash.seed
        for byte in word {
            if byte >= 0x80 { return ByteHash.of(fold(word)) }
            if byte == 0x27 || byte == 0x60 { continue }
            hash = ByteHash.step(hash, (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return hash
    }

    /// ASCII without apostrophes needs no table; nil for all else.
    private static func foldPlain(_ bytes: some Collection<UInt8>) -> String? {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte >= 0x80 || byte == 0x27 || byte == 0x60 { return nil }
            folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return String(decoding: folded, as: UTF8.self)
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        let value = Int(scalar.value)
        switch value {
        case 0x27, 0x60, 0xB4, 0x2B9...0x2BF, 0x2018, 0x2019, 0x300...0x36F: return
        case 0..<0x80: folded.append((0x41...0x5A).contains(value) ? UInt8(value) | 0x20 : UInt8(value))
        case latin: folded.append(contentsOf: latinLetters[value - latin.lowerBound])
        case latinAdditional: folded.append(contentsOf: additionalLetters[value - latinAdditional.lowerBound])
        default: folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    private static let latin = 0xC0...0x24F
    private static let latinAdditional = 0x1E00...0x1EFF
    private static let latinLetters = latin.map(letters)
    private static let additionalLetters = latinAdditional.map(letters)

    /// Letters that have no decomposition in Unicode and yet an everyday spelling without marks.
    private static let undecomposed: [Unicode.Scalar: String] = [
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ħ": "h", "ı": "i",
        "ŋ": "n",
        "ŧ": "t", "ŀ": "l", "ĸ": "k", "ƒ": "f", "ɖ": "d", "ə": "e", "ǝ": "e",
    ]

    private static func letters(_ value: Int) -> [UInt8] {
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return [] }
        let lower = scalar.properties.lowercaseMapping
        let plain = lower.decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { !(0x300...0x36F).contains($0.value) }
            .map { undecomposed[$0] ?? String($0) }
        return Array(plain.joined().utf8)
    }
}
