import Foundation

/// Writes the letters of Latin, Cyrillic and Greek as plain Latin ones; `letters.tsv` has those that Unicode does not decompose.
struct LetterTable: Sendable {
    /// What each scalar below `bound` is written as; empty where it is not a letter of these scripts or falls away.
    private let plain: [[UInt8]]
    private let isKnown: [Bool]
    /// Two letters that are read together, each pair of scalars packed into one number.
    private let pairs: [UInt64: [UInt8]]
    private static let bound = 0x2000

    init(lines: [TableLine]) {
        var plain = [[UInt8]](repeating: [], count: Self.bound)
        var isKnown = [Bool](repeating: false, count: Self.bound)
        var pairs: [UInt64: [UInt8]] = [:]
        for line in lines {
            let scalars = Array(line[0].unicodeScalars)
            let written = Array((line.count > 1 ? line[1] : "").utf8)
            if scalars.count == 2 {
                pairs[Self.pack(scalars[0], scalars[1])] = written
            } else if let scalar = scalars.first, Int(scalar.value) < Self.bound {
                plain[Int(scalar.value)] = written
                isKnown[Int(scalar.value)] = true
            }
        }
        for value in 0x80..<UInt32(Self.bound) where !isKnown[Int(value)] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let parts = String(Character(scalar)).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
            var written: [UInt8] = []
            var known = false
            for part in parts {
                if part.isASCII, let byte = part.utf8.first, Self.isPlain(byte) {
                    written.append(byte)
                    known = true
                } else if Int(part.value) < Self.bound, isKnown[Int(part.value)], part.value != value {
                    written.append(contentsOf: plain[Int(part.value)])
                    known = true
                }
            }
            plain[Int(value)] = written
            isKnown[Int(value)] = known
        }
        self.plain = plain
        self.isKnown = isKnown
        self.pairs = pairs
    }

    /// How a scalar is written, or nil for one that is no letter of these scripts.
    func written(_ scalar: Unicode.Scalar) -> [UInt8]? {
        let value = Int(scalar.value)
        return value < Self.bound && isKnown[value] ? plain[value] : nil
    }

    /// How two letters are written that are read together.
    func written(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> [UInt8]? {
        first.value < 0x370 || first.value > 0x3FF ? nil : pairs[Self.pack(first, second)]
    }

    /// The name in Latin letters where it is in a script that the table does not have, by the transforms of ICU.
    static func romanised(_ name: String) -> String? {
        name.applyingTransform(.toLatin, reverse: false)?.lowercased()
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    private static func pack(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
        UInt64(lower(first)) << 32 | UInt64(lower(second))
    }

    private static func lower(_ scalar: Unicode.Scalar) -> UInt32 {
        (0x391...0x3A9).contains(scalar.value) ? scalar.value + 0x20 : scalar.value
    }
}
