import Foundation
import Wire

/// The place in a list where its next page begins: the values that it is sorted by, as one opaque string.
enum PageToken {
    static func make(_ parts: String...) -> String { parts.joined(separator: "|") }

    /// The parts of a token; nil where there is none.
    static func parts(_ token: String?, count: Int) throws(WireError) -> [String]? {
        guard let token else { return nil }
        let parts = token.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == count else { throw refusal }
        return parts
    }

    /// A document key out of a token.
    static func key(_ part: String) throws(WireError) -> Data {
        guard part.utf8.count == 64, part.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            throw refusal
        }
        return KeyBytes.bytes(part)
    }

    /// A number out of a token; never negative, so that it can be counted on.
    static func number(_ part: String) throws(WireError) -> Int {
        guard let number = Int(part), number >= 0 else { throw refusal }
        return number
    }

    static var refusal: WireError {
        .badField("after", "The value of after is not one that a page of this list gave as next.")
    }
}

/// The rows of a page.
enum PageLimit {
    /// - Throws: `bad_field` outside 1 to 500.
    static func rows(_ asked: Int?, ordinary: Int = 50) throws(WireError) -> Int {
        let limit = asked ?? ordinary
        guard (1...Limits.page).contains(limit) else {
            throw .badField("limit", "The limit \(limit) is not between 1 and \(Limits.page).")
        }
        return limit
    }
}
