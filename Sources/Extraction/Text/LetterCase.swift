/// Upper and lower case of scalars without `Character` or `String`: simple one-to-one mappings of Latin, Greek,
/// Cyrillic and Armenian by the Unicode tables of the standard library, kept in a flat table.
enum LetterCase {
    private static let limit: UInt32 = 0x600

    /// For each scalar below the limit: 0 without case, 1 lower, 2 upper; and its lower-case form.
    private static let table: [(kind: UInt8, lower: UInt16)] = (0..<limit).map { value in
        guard let scalar = Unicode.Scalar(value) else { return (0, UInt16(value)) }
        let properties = scalar.properties
        let lowered = properties.lowercaseMapping.unicodeScalars
        let lower = lowered.count == 1 ? UInt16(truncatingIfNeeded: lowered.first?.value ?? value) : UInt16(value)
        return (properties.isUppercase ? 2 : properties.isLowercase ? 1 : 0, lower)
    }

    static func isUpper(_ scalar: UInt32) -> Bool {
        if scalar < limit { return table[Int(scalar)].kind == 2 }
        return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }

    static func isLower(_ scalar: UInt32) -> Bool {
        if scalar < limit { return table[Int(scalar)].kind == 1 }
        return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
    }

    /// The lower-case form where that is one scalar, else the scalar itself.
    static func lower(_ scalar: UInt32) -> UInt32 {
        if scalar < limit { return UInt32(table[Int(scalar)].lower) }
        guard scalar < 0x2000, let mapped = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars,
            mapped.count == 1, let first = mapped.first
        else { return scalar }
        return first.value
    }
}
