import Foundation

/// Where a document stands in the list of all, by date of publication, undated last, then by key: one number, so that an
/// index in its order serves every filter and the order of the list together.
///
/// The date makes the upper 22 bits, the key the lower 27. Of documents that would have one place the later by key moves
/// to the next that is free, those behind it with it: the order is the true one always.
enum Place {
    static let keyBits = 27
    /// The number of the date of what has none.
    static let undated: Int64 = 1 << 22 - 1

    /// A day, month or year of ISO 8601 as a number in the order of the strings.
    static func number(ofDate date: String?) -> Int64 {
        guard let date else { return undated }
        let parts = date.split(separator: "-").map { Int64($0) ?? 0 }
        let year = min(max(parts.first ?? 0, 0), 9_999)
        let month = parts.count > 1 ? min(max(parts[1], 0), 12) : 0
        let day = parts.count > 2 ? min(max(parts[2], 0), 31) : 0
        return (year * 13 + month) * 32 + day
    }

    /// The first place of a date: everything before it is smaller.
    static func first(ofDate number: Int64) -> Int64 { number << Int64(keyBits) }

    /// The last place of whatever begins with a date: of its whole month or year.
    static func last(ofDate date: String) -> Int64 {
        let span: Int64 =
            switch date.split(separator: "-").count {
            case 1: 13 * 32
            case 2: 32
            default: 1
            }
        return first(ofDate: number(ofDate: date) + span) - 1
    }

    /// Where a document belongs if nobody else does.
    static func wanted(date: String?, key: Data) -> Int64 {
        first(ofDate: number(ofDate: date))
            | Int64(UInt64(bitPattern: Ordinal.of(Ordinal.of(key: key))) >> UInt64(64 - keyBits))
    }

    /// Whether a place is that of a document which wants another one, moved a little because of others.
    static func holds(_ place: Int64, wanted: Int64) -> Bool { (0..<1 << 20).contains(place - wanted) }
}
