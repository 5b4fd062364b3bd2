/// Breaks styled text into lines of a terminal: at spaces where there are any, else between characters.
struct WrappedLines {
    private struct Cell {
        var character: Character
        var width: Int
        var codes: String
    }

    private let width: Int
    private let style: TextStyle
    private var line: [Cell] = []
    private var lineWidth = 0
    /// Whether the line continues one that the width cut off; then no space begins it.
    private var isContinuation = false
    private(set) var lines: [String] = []

    init(width: Int, style: TextStyle) {
        self.width = max(2, width)
        self.style = style
    }

    /// Adds text that is harmless already, in a style: `1;35`.
    mutating func add(_ text: String, codes: String) {
        for character in text {
            if character == "\n" {
                endLine()
            } else {
                add(
                    Cell(
                        character: character == "\t" ? " " : character, width: DisplayWidth.of(character), codes: codes)
                )
            }
        }
    }

    /// Ends the last line.
    mutating func endLine() {
        if !line.isEmpty || !isContinuation { emit(line[...]) }
        line = []
        lineWidth = 0
        isContinuation = false
    }

    private mutating func add(_ cell: Cell) {
        if lineWidth + cell.width > width { breakLine(before: cell) }
        if isContinuation, line.isEmpty, cell.character == " " { return }
        line.append(cell)
        lineWidth += cell.width
    }

    private mutating func breakLine(before cell: Cell) {
        let space = cell.character == " " ? nil : line.lastIndex { $0.character == " " }
        let word = space.map { $0 + 1 } ?? line.count
        emit(line[..<word])
        line.removeFirst(word)
        lineWidth = line.reduce(0) { $0 + $1.width }
        isContinuation = true
    }

    private mutating func emit(_ cells: ArraySlice<Cell>) {
        var cells = cells
        while cells.last?.character == " " { cells.removeLast() }
        var result = ""
        while let codes = cells.first?.codes {
            let run = cells.prefix { $0.codes == codes }
            result += style.styled(String(run.map(\.character)), codes)
            cells = cells.dropFirst(run.count)
        }
        lines.append(result)
    }
}
