import Annotation
import CommandSupport

/// A text cut into paragraphs, and these into pieces over which the same marks hold.
struct MarkedText {
    /// Neither begins nor ends a mark inside.
    struct Piece: Equatable {
        var text: String
        /// Outer before inner; marks that cross are cut, so that those of neighbouring pieces always nest.
        var marks: [TextMark]
    }

    struct Paragraph {
        var block: TextBlock
        var pieces: [Piece]
    }

    private(set) var paragraphs: [Paragraph] = []
    /// The marks that some piece shows; those in boilerplate are not among them.
    private(set) var shown: Set<TextMark> = []
    /// The marks that have others inside.
    private(set) var parents: Set<TextMark> = []

    init(_ text: String, _ annotation: Annotation) {
        let scalars = Array(text.unicodeScalars)
        let marks = TextMark.all(of: annotation, length: scalars.count)
        var sweep = Sweep(marks: marks)
        for block in TextBlock.all(of: scalars, sections: annotation.sections) {
            let spans =
                block.kind == .boilerplate ? [(block.start, block.end, [])] : sweep.pieces(block.start, block.end)
            let pieces = spans.map { Piece(text: Self.text($0.0, $0.1, scalars), marks: $0.2) }
            for piece in pieces {
                shown.formUnion(piece.marks)
                parents.formUnion(piece.marks.dropLast())
            }
            paragraphs.append(Paragraph(block: block, pieces: pieces))
        }
    }

    /// Without what could harm; line ends stay.
    private static func text(_ start: Int, _ end: Int, _ scalars: [Unicode.Scalar]) -> String {
        // A line end may be cut in two by a mark.
        let isCut = end < scalars.count && scalars[end] == "\n" && scalars[end - 1] == "\r"
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<(isCut ? end - 1 : end)])
        return Sanitised.lines(String(view))
    }
}

/// Goes over the marks once, from the beginning of the text to its end.
private struct Sweep {
    private let marks: [TextMark]
    private var next = 0
    private var active: [TextMark] = []

    /// - Parameter marks: outer before inner, so in order of start.
    init(marks: [TextMark]) { self.marks = marks }

    /// The stretches between two places with their marks. Places only grow from call to call.
    mutating func pieces(_ start: Int, _ end: Int) -> [(Int, Int, [TextMark])] {
        var result: [(Int, Int, [TextMark])] = []
        var place = start
        while place < end {
            while next < marks.count, marks[next].start <= place {
                active.append(marks[next])
                next += 1
            }
            active.removeAll { $0.end <= place }
            var until = active.reduce(end) { min($0, $1.end) }
            if next < marks.count { until = min(until, marks[next].start) }
            result.append((place, until, active))
            place = until
        }
        return result
    }
}
