/// Dates of publication as submissions give them.
public enum PublicationDate {
    /// Whether the string is a calendar date of ISO 8601, of full or reduced precision, with or without a time.
    public static func isValid(_ text: String) -> Bool {
        guard let separator = text.utf8.firstIndex(of: UInt8(ascii: "T")) else { return isValidDay(text) }
        let time = text.utf8[separator...].dropFirst()
        let allowed = time.allSatisfy {
            (48...58).contains($0) || $0 == UInt8(ascii: "Z") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
        return (4...32).contains(time.count) && allowed && isValidDay(String(text[..<separator]), full: true)
    }

    /// The day, month or year without a time: `2024-02-15T10:00Z` gives `2024-02-15`.
    public static func day(of text: String) -> String { String(text.prefix { $0 != "T" }) }

    private static func isValidDay(_ text: String, full: Bool = false) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Array($0.utf8) }
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count), !full || parts.count == 3 else { return false }
        guard zip(parts, widths).allSatisfy({ $0.count == $1 && $0.allSatisfy { (48...57).contains($0) } }) else {
            return false
        }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
        guard numbers[0] >= 1000 else { return false }
        if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
        guard numbers.count > 2 else { return true }
        let leap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
        let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[numbers[1] - 1]).contains(numbers[2])
    }
}
