import Annotation

extension IndexPage {
    /// A page of the folder, as the index lists it.
    struct Row {
        /// The page's name in the folder.
        var page: String
        var title: String
        /// ISO 8601, as far as it is known.
        var published: String?
        /// The outlet; empty where none is known.
        var source: String
        /// The submission's id, as a rule the file's name.
        var file: String
        var names: Int
        var quotes: Int
        /// The entities that the document speaks of most.
        var top: [Entity]

        /// - Parameter page: the page's name in the folder.
        init(_ document: DocumentPage, page: String) {
            let annotation = document.annotation
            let origin = document.origin
            self.page = page
            title = origin.title
            published = origin.published
            source = origin.source ?? ""
            file = origin.file ?? ""
            names = annotation.entities.count
            quotes = annotation.quotes.count
            let counts = Dictionary(grouping: annotation.mentions, by: \.entity).mapValues(\.count)
            let ranked = annotation.entities.enumerated().sorted {
                (-(counts[$0.element.id] ?? 0), $0.offset) < (-(counts[$1.element.id] ?? 0), $1.offset)
            }
            top = ranked.prefix(4).map(\.element)
        }

        /// Newest first, what has no date last, then by file.
        func stands(before other: Row) -> Bool {
            let (mine, others) = (published ?? "", other.published ?? "")
            if mine != others { return mine > others }
            if file != other.file { return NaturalOrder.isAscending(file, other.file) }
            return NaturalOrder.isAscending(page, other.page)
        }
    }
}

/// Compares names as people count: `article_2` before `article_10`.
enum NaturalOrder {
    static func isAscending(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        var (first, second) = (0, 0)
        while first < left.count, second < right.count {
            let (digits, others) = (number(left, first), number(right, second))
            if !digits.isEmpty, !others.isEmpty {
                let (mine, theirs) = (left[digits].drop { $0 == zero }, right[others].drop { $0 == zero })
                if mine.count != theirs.count { return mine.count < theirs.count }
                if !mine.elementsEqual(theirs) { return mine.lexicographicallyPrecedes(theirs) }
                (first, second) = (digits.upperBound, others.upperBound)
            } else if left[first] != right[second] {
                return left[first] < right[second]
            } else {
                (first, second) = (first + 1, second + 1)
            }
        }
        if first < left.count || second < right.count { return second < right.count }
        return left.lexicographicallyPrecedes(right)
    }

    private static let zero = UInt8(ascii: "0")

    private static func number(_ bytes: [UInt8], _ start: Int) -> Range<Int> {
        let end = bytes[start...].firstIndex { !(zero...UInt8(ascii: "9")).contains($0) } ?? bytes.count
        return start..<end
    }
}
