/// The sounds of a word as romanisations write them, and what it costs to take one word for another.
///
/// Groups of letters that stand for one sound become one symbol (`sch`, `sh` and `sz` are one), doubled letters one
/// letter. The distance is Levenshtein's with weights: vowels that schools of romanisation exchange cost little,
/// consonants of one place and manner less than others.
enum SoundCode {
    private static let sh = UInt8(ascii: "S")
    private static let ch = UInt8(ascii: "C")
    private static let zh = UInt8(ascii: "Z")
    private static let kh = UInt8(ascii: "X")
    private static let gh = UInt8(ascii: "G")
    private static let dh = UInt8(ascii: "D")
    private static let th = UInt8(ascii: "T")
    private static let ts = UInt8(ascii: "Q")
    private static let ei = UInt8(ascii: "E")

    /// Sequences of letters and their symbol, longest first, by their first letter.
    private static let groups: [[(letters: [UInt8], symbols: [UInt8])]] = {
        let table: [(String, [UInt8])] = [
            ("schtsch", [sh]), ("shch", [sh]), ("tsch", [ch]), ("dzh", [UInt8(ascii: "j")]), ("tch", [ch]),
            ("chtsch", [sh]), ("tsj", [ch]), ("tj", [ch]), ("sj", [sh]), ("sch", [sh]), ("sh", [sh]),
            ("sz", [sh]), ("ch", [ch]), ("cz", [ch]), ("ck", Array("k".utf8)), ("ts", [ts]), ("tz", [ts]),
            ("th", [th]), ("kh", [kh]), ("gh", [gh]), ("dh", [dh]), ("dj", Array("j".utf8)), ("zj", [zh]),
            ("dz", Array("z".utf8)),
            ("zh", [zh]), ("ph", Array("f".utf8)), ("qu", Array("kv".utf8)), ("ou", Array("u".utf8)),
            ("oo", Array("u".utf8)), ("ee", Array("i".utf8)), ("iyi", Array("y".utf8)), ("iy", Array("y".utf8)),
            ("ij", Array("y".utf8)), ("yy", Array("y".utf8)), ("yi", Array("y".utf8)), ("ii", Array("y".utf8)),
            ("yj", Array("y".utf8)), ("ae", [ei]), ("ei", [ei]), ("ai", [ei]), ("ey", [ei]), ("ay", [ei]), ("ej", [ei]),
            ("aj", [ei]),
            ("w", Array("v".utf8)),
        ]
        var groups = [[(letters: [UInt8], symbols: [UInt8])]](repeating: [], count: 128)
        for (letters, symbols) in table.sorted(by: { $0.0.utf8.count > $1.0.utf8.count }) {
            groups[Int(letters.utf8.first ?? 0)].append((Array(letters.utf8), symbols))
        }
        return groups
    }()

    /// The symbols of a word in plain letters.
    static func code(_ letters: [UInt8]) -> [UInt8] {
        var code: [UInt8] = []
        code.reserveCapacity(letters.count + 2)
        var index = 0
        while index < letters.count {
            if let group = groups[Int(letters[index] & 0x7F)].first(where: {
                stands($0.letters, in: letters, at: index)
            }) {
                for symbol in group.symbols where code.last != symbol { code.append(symbol) }
                index += group.letters.count
                continue
            }
            let letter = letters[index]
            index += 1
            if letter == UInt8(ascii: "x"), index > 1 {
                if code.last != UInt8(ascii: "k") { code.append(UInt8(ascii: "k")) }
                code.append(UInt8(ascii: "s"))
            } else if letter == UInt8(ascii: "h"), index == letters.count, let last = code.last, isVowel(last) {
                continue
            } else if code.last != letter {
                code.append(letter)
            }
        }
        return code
    }

    private static func stands(_ group: [UInt8], in letters: [UInt8], at index: Int) -> Bool {
        guard index + group.count <= letters.count else { return false }
        for offset in group.indices where letters[index + offset] != group[offset] { return false }
        return true
    }

    static func isVowel(_ symbol: UInt8) -> Bool {
        switch symbol {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"), ei:
            true
        default: false
        }
    }

    // MARK: Costs

    /// What exchanges cost, for pairs of symbols: `ae3` is 0.3 for a and e.
    private static let exchanges = """
        ae3 ei3 iy1 iE3 eE3 aE4 yE3 ou2 ao4 eo6 jy1 ji2 ui9 yu7 ey4 ya7 jE3
        ck1 cs4 cS5 cC3 cQ2 kq1 kX3 kg5 gG2 gj5 gZ5 jZ2 jC5 zZ3 sS3 sz4 sT5 zD3 dD2 tT2 dt4 bp5 bv5 pf5 fv4 vf4 hX2 hG4 gh4 dj3 Xq4 qg4 Gq4
        CS4 Cj5 ZS6 QC5 Qs5 Qz4 zj5 zQ4 rl7 mn6 CX5 vu4 yj1 hk6 cz5 fT5 TD3 XC5 tQ6 xS3 xs4 xk5 xX4 xC4 xz5 xZ5
        """

    private static let exchange: [Float] = {
        var costs = [Float](repeating: 1, count: 128 * 128)
        for first in 0..<128 {
            for second in 0..<128 {
                let vowels = isVowel(UInt8(first)) == isVowel(UInt8(second))
                costs[first * 128 + second] = first == second ? 0 : vowels ? (isVowel(UInt8(first)) ? 0.8 : 1) : 1.1
            }
        }
        for entry in exchanges.split(whereSeparator: \.isWhitespace) {
            let bytes = Array(entry.utf8)
            let cost = Float(bytes[2] - 0x30) / 10
            costs[Int(bytes[0]) * 128 + Int(bytes[1])] = cost
            costs[Int(bytes[1]) * 128 + Int(bytes[0])] = cost
        }
        return costs
    }()

    private static let insertion: [Float] = {
        var costs = [Float](repeating: 0.9, count: 128)
        for symbol in "aoueEi".utf8 { costs[Int(symbol)] = 0.6 }
        costs[Int(UInt8(ascii: "e"))] = 0.5
        for symbol in "yj".utf8 { costs[Int(symbol)] = 0.35 }
        costs[Int(UInt8(ascii: "h"))] = 0.4
        return costs
    }()

    /// The weighted distance between two words in symbols, or `limit` where it is not below.
    static func distance(_ first: [UInt8], _ second: [UInt8], limit: Float) -> Float {
        if first == second { return 0 }
        let width = second.count + 1
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * width) { cells in
            var before = 0
            var above = width
            var row = 2 * width
            cells[above] = 0
            for column in 0..<second.count {
                cells[above + column + 1] = cells[above + column] + insertion[Int(second[column])]
            }
            for line in first.indices {
                let symbol = Int(first[line])
                cells[row] = cells[above] + insertion[symbol]
                var least = cells[row]
                for column in 0..<second.count {
                    let other = Int(second[column])
                    var cost = exchange[symbol * 128 + other]
                    if line == 0, column == 0, cost > 0.4 { cost += 0.4 }
                    var best = cells[above + column] + cost
                    best = min(
                        best, cells[above + column + 1] + insertion[symbol], cells[row + column] + insertion[other])
                    if line > 0, column > 0, first[line - 1] == second[column], first[line] == second[column - 1] {
                        best = min(best, cells[before + column - 1] + 0.8)
                    }
                    cells[row + column + 1] = best
                    least = min(least, best)
                }
                if least >= limit { return limit }
                (before, above, row) = (above, row, before)
            }
            return min(cells[above + second.count], limit)
        }
    }

    /// How alike two words sound, from 0 to 1: one less the distance as a share of the longer word.
    static func similarity(_ first: [UInt8], _ second: [UInt8]) -> Float {
        let length = Float(max(first.count, second.count))
        guard length > 0 else { return 0 }
        return 1 - distance(first, second, limit: length) / length
    }
}
