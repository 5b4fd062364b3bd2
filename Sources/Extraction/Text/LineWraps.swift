/// The line ends inside sentences, as mail, feeds and pdftotext's output have them: each is a space.
///
/// A stretch of lines without a blank one between is wrapped where most of its lines end because the next word would not
/// have fitted, or where most go on in the middle of a phrase. A wrap elsewhere shows by what goes on in small letters, and
/// by a line that ends with a word that ends no sentence.
struct LineWraps {
    private let scanner: TextScanner
    private let lines: [WrappedLine]

    /// The text with a space for each byte of a line end inside a sentence; all offsets stay as they are.
    static func undone(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return bytes }
        let ends = bytes.withUnsafeBufferPointer { LineWraps(TextScanner($0)).softEnds() }
        var result = bytes
        for end in ends {
            for index in end where result[index] == 0x0A || result[index] == 0x0D { result[index] = 0x20 }
        }
        return result
    }

    private init(_ scanner: TextScanner) {
        self.scanner = scanner
        lines = WrappedLine.lines(of: scanner)
    }

    private func softEnds() -> [Range<Int>] {
        let blocks = blocks()
        let widths = blocks.map(width)
        // The width of the others tells of a paragraph of two lines what these alone cannot.
        let common = widths.compactMap { $0 }.min()
        var ends: [Range<Int>] = []
        for (block, width) in zip(blocks, widths) {
            let isRagged = width == nil && isRagged(block)
            let width = width ?? (block.count == 2 ? common : nil)
            var opensParagraph = true
            for index in block.dropLast() {
                let isApart = width.map { isHeading(index, opensParagraph: opensParagraph, $0) } ?? false
                opensParagraph = isApart || !isSoft(index, width: width, isRagged: isRagged)
                if !opensParagraph {
                    ends.append(lines[index].text.upperBound..<lines[index + 1].text.lowerBound)
                }
            }
        }
        return ends
    }

    /// The stretches of two lines and more without a blank line between.
    private func blocks() -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var start = 0
        for index in lines.indices where index + 1 == lines.count || lines[index + 1].blankBefore {
            if index > start { blocks.append(start..<index + 1) }
            start = index + 1
        }
        return blocks
    }

    // MARK: Stretches of lines

    private static let widest = 160

    /// The width that a stretch of three lines or more is broken at; nil where it is not.
    private func width(_ block: Range<Int>) -> Int? {
        guard block.count >= 3, let width = lines[block].map(\.width).max(), width <= Self.widest else { return nil }
        let joints = block.dropLast()
        let full = joints.filter { isFull($0, width) }
        guard full.count * 10 >= joints.count * (joints.count < 4 ? 10 : 6) else { return nil }
        return full.reduce(0) { $0 + signal($1) } * 2 >= full.count ? width : nil
    }

    /// Whether a stretch is broken at no width: most of its lines go on in the middle of a phrase.
    private func isRagged(_ block: Range<Int>) -> Bool {
        let joints = block.dropLast()
        guard joints.count >= 2, lines[block].allSatisfy({ $0.width <= Self.widest }) else { return false }
        return joints.reduce(0) { $0 + signal($1) } * 3 >= joints.count * 2 && endsSentence(block.upperBound - 1)
    }

    /// 2 for a line that surely goes on in the next, 1 for one that may, else 0.
    private func signal(_ index: Int) -> Int {
        if endsSentence(index) { return 0 }
        if goesOnSmall(index) || lines[index].endsOpen { return 2 }
        return lines[index].endsHalfOpen ? 1 : 0
    }

    // MARK: Single line ends

    private func isSoft(_ index: Int, width: Int?, isRagged: Bool) -> Bool {
        let next = lines[index + 1]
        if next.startsWithBullet || lines[index].words == 0 { return false }
        if goesOnSmall(index), !endsSentence(index) { return width != nil || isRagged || lines[index].words >= 2 }
        if next.indent > lines[index].indent + 1 { return false }
        if let width { return isFull(index, width) }
        if endsSentence(index) { return false }
        return isRagged || lines[index].endsOpen && lines[index].words >= 3
    }

    /// Whether a heading begins or ends here that fills its line by chance: behind a full stop, a line that does not fill
    /// its own; at the beginning of a paragraph, a line of capitals before another capital.
    private func isHeading(_ index: Int, opensParagraph: Bool, _ width: Int) -> Bool {
        let next = lines[index + 1]
        if opensParagraph, lines[index].isTitleCase, !endsSentence(index), !goesOnSmall(index) { return true }
        return endsSentence(index) && !next.endsSentence && !next.endsOpen && index + 2 < lines.count
            && !lines[index + 2].blankBefore && !isFull(index + 1, width) && !goesOnSmall(index + 1)
    }

    /// Whether the next word would not have fitted on a line.
    private func isFull(_ index: Int, _ width: Int) -> Bool {
        lines[index].width + 1 + lines[index + 1].firstWidth > width
    }

    private func goesOnSmall(_ index: Int) -> Bool { scanner.isLower(lines[index + 1].text.lowerBound) }

    private func endsSentence(_ index: Int) -> Bool { lines[index].endsSentence }
}
