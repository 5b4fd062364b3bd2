/// Syllables of Chinese as pinyin and Wade-Giles write them.
struct SyllableTable: Sendable {
    /// For each way to write a syllable: the syllables of pinyin that it may mean.
    private let meanings: [[UInt8]: Set<Int32>]
    private let pinyin: Set<[UInt8]>

    init(lines: [TableLine]) {
        let initials = lines.filter { $0[0] == "initial" && $0.count > 1 }
        let finals = lines.filter { $0[0] == "final" && $0.count > 1 }
        var meanings: [[UInt8]: Set<Int32>] = [:]
        var pinyin: Set<[UInt8]> = []
        for (first, start) in initials.enumerated() {
            for (second, end) in finals.enumerated() {
                let meaning = Int32(first * 100 + second)
                for (opening, isPinyin) in Self.spellings(start) {
                    for (rest, isPinyinToo) in Self.spellings(end) {
                        let letters = Array((opening + rest).utf8)
                        meanings[letters, default: []].insert(meaning)
                        if isPinyin, isPinyinToo { pinyin.insert(letters) }
                    }
                }
            }
        }
        self.meanings = meanings
        self.pinyin = pinyin
    }

    private static func spellings(_ line: TableLine) -> [(String, Bool)] {
        let own = line[1] == "-" ? "" : line[1]
        let others = line.count > 2 ? line[2].split(separator: " ").map { (String($0), false) } : []
        return [(own, true)] + others
    }

    /// Whether letters can be parted into syllables of pinyin.
    func isPinyin(_ letters: [UInt8]) -> Bool {
        var reached = [Bool](repeating: false, count: letters.count + 1)
        reached[0] = true
        for start in letters.indices where reached[start] {
            for end in start + 1...min(start + 6, letters.count) where !reached[end] {
                reached[end] = pinyin.contains(Array(letters[start..<end]))
            }
        }
        return reached[letters.count]
    }

    /// Whether two given names can be read as the same syllables, in whichever of the two systems each is written.
    func canMeanTheSame(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard first.count <= 24, second.count <= 24 else { return false }
        var seen: Set<Int> = []
        return meet(first[...], second[...], seen: &seen)
    }

    private func meet(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, seen: inout Set<Int>) -> Bool {
        if first.isEmpty || second.isEmpty { return first.isEmpty && second.isEmpty }
        guard seen.insert(first.startIndex * 64 + second.startIndex).inserted else { return false }
        for length in 1...min(6, first.count) {
            guard let one = meanings[Array(first.prefix(length))] else { continue }
            for other in 1...min(6, second.count) {
                guard let two = meanings[Array(second.prefix(other))], !one.isDisjoint(with: two) else { continue }
                if meet(first.dropFirst(length), second.dropFirst(other), seen: &seen) { return true }
            }
        }
        return false
    }
}
