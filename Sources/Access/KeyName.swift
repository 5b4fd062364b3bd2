/// The name of a key: what people and logs call its owner, and the name of its files.
package enum KeyName {
    /// Throws where a name is not 1 to 64 letters, digits, `.`, `_` or `-` of ASCII, or begins with a dot.
    package static func check(_ name: String) throws(KeyError) {
        let isGood = (1...64).contains(name.utf8.count) && !name.hasPrefix(".") && name.utf8.allSatisfy(isAllowed)
        guard isGood else {
            throw KeyError(
                .badName,
                "\(name.debugDescription) is no name for a key: use 1 to 64 of a-z, A-Z, 0-9, '.', '_' and '-'.")
        }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
