import Annotation

/// A stretch of a text that a fact stands on, in code points.
struct TextMark: Hashable {
    /// What stands there. Of two marks with the same span the earlier case is the outer one.
    enum Kind: Int { case dateline, quote, role, source, quantity, date, mention }

    var kind: Kind
    /// The place of the fact in its array of the annotation.
    var index: Int
    var start: Int
    var end: Int

    /// All marks of an annotation that lie in a text of this length, outer before inner.
    static func all(of annotation: Annotation, length: Int) -> [TextMark] {
        var marks: [TextMark] = []
        func add<Fact>(_ kind: Kind, _ facts: [Fact], _ span: (Fact) -> (Int, Int)) {
            for (index, fact) in facts.enumerated() {
                let (start, end) = span(fact)
                guard start >= 0, start < end, end <= length else { continue }
                marks.append(TextMark(kind: kind, index: index, start: start, end: end))
            }
        }
        let datelines = annotation.sections.filter { $0.kind == .dateline }
        add(.dateline, datelines) { ($0.start, $0.end) }
        add(.quote, annotation.quotes) { ($0.start, $0.end) }
        add(.role, annotation.roles) { ($0.start, $0.end) }
        add(.source, annotation.sources) { ($0.start, $0.end) }
        add(.quantity, annotation.quantities) { ($0.start, $0.end) }
        add(.date, annotation.dates) { ($0.start, $0.end) }
        add(.mention, annotation.mentions) { ($0.start, $0.end) }
        return marks.sorted { $0.isOutside($1) }
    }

    /// Whether this one opens before the other where both hold.
    func isOutside(_ other: TextMark) -> Bool {
        (start, -end, kind.rawValue, index) < (other.start, -other.end, other.kind.rawValue, other.index)
    }
}
