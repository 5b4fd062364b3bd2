/// Cuts tokens into word pieces: the way through a token with the best sum of scores, SentencePiece's unigram model.
///
/// Each token is cut alone, with a mark before it as if a blank stood there. Characters are first replaced as the
/// vocabulary spells them (compatibility forms, NFKC and more); what no piece covers is the unknown piece, once for a run.
struct PieceTokenizer: Sendable {
    static let unknown: Int32 = 0
    static let begin: Int32 = 1
    static let end: Int32 = 2
    /// Characters of a token that are read; what follows is not.
    static let longestToken = 96

    let count: Int
    private let scores: [Float]
    private let offsets: [UInt32]
    private let text: [UInt8]
    /// Places of pieces by hash, in slots one after another; -1 where none is.
    private var slots: [Int32]
    private let unknownScore: Float
    private let longestPiece: Int
    /// What characters are replaced by, as ranges of `normal`.
    private var rules: [UInt32: Range<Int>] = [:]
    private let normal: [UInt8]
    private static let mark: [UInt8] = [0xE2, 0x96, 0x81]

    init(_ file: EncoderFile) throws(ModelError) {
        offsets = Array(try file.array("pieces.offsets", of: UInt32.self))
        text = Array(try file.array("pieces.text", of: UInt8.self))
        scores = Array(try file.array("pieces.scores", of: Float.self, count: max(offsets.count - 1, 0)))
        normal = Array(try file.array("normal.text", of: UInt8.self))
        count = scores.count
        let ends = zip(offsets, offsets.dropFirst())
        guard count > 3, ends.allSatisfy({ $0 <= $1 }), offsets.last == UInt32(text.count) else {
            throw ModelError(code: .format, detail: "pieces")
        }
        unknownScore = (scores.min() ?? 0) - 10
        var capacity = 64
        while capacity < count * 2 { capacity *= 2 }
        slots = Array(repeating: -1, count: capacity)
        longestPiece = ends.lazy.map { Int($1 - $0) }.max() ?? 0
        fillSlots()
        try readRules(file)
    }

    private mutating func fillSlots() {
        // The first three are the unknown piece and the ends of a window: no text has them.
        for piece in 3..<count {
            var hash = Self.seed
            for byte in text[Int(offsets[piece])..<Int(offsets[piece + 1])] { hash = Self.next(hash, byte) }
            var slot = Int(truncatingIfNeeded: Self.mixed(hash)) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(piece)
        }
    }

    private mutating func readRules(_ file: EncoderFile) throws(ModelError) {
        let from = try file.array("normal.from", of: UInt32.self)
        let ends = try file.array("normal.offsets", of: UInt32.self, count: from.count + 1)
        for (index, scalar) in from.enumerated() {
            guard ends[index] <= ends[index + 1], ends[index + 1] <= normal.count else {
                throw ModelError(code: .format, detail: "rules")
            }
            rules[scalar] = Int(ends[index])..<Int(ends[index + 1])
        }
    }

    // MARK: Cutting

    /// The pieces of a token given as valid UTF-8, at least one.
    func pieces(of token: some Sequence<UInt8>) -> [Int32] { path(spelled(token)) }

    /// The token as the pieces spell it: a mark, then its characters; a mark for each run of blanks between.
    func spelled(_ token: some Sequence<UInt8>) -> [UInt8] {
        var result = Self.mark
        var isOpen = true
        func add(_ byte: UInt8) {
            guard byte == 0x20 else {
                result.append(byte)
                isOpen = false
                return
            }
            if !isOpen { result += Self.mark }
            isOpen = true
        }
        var characters = 0
        var decoder = UTF8()
        var bytes = token.makeIterator()
        while characters < Self.longestToken, case .scalarValue(let scalar) = decoder.decode(&bytes) {
            characters += 1
            if let range = rules[scalar.value] {
                for byte in normal[range] { add(byte) }
            } else {
                for byte in UTF8.encode(scalar).unsafelyUnwrapped { add(byte) }
            }
        }
        if isOpen, result.count > Self.mark.count { result.removeLast(Self.mark.count) }
        return result
    }

    /// The best way through the bytes, character by character.
    private func path(_ bytes: [UInt8]) -> [Int32] {
        let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
        let count = starts.count - 1
        var best = [Float](repeating: -.infinity, count: count + 1)
        var back = [(from: Int, piece: Int32)](repeating: (0, Self.unknown), count: count + 1)
        best[0] = 0
        for start in 0..<count {
            var hash = Self.seed
            for end in start + 1...count where starts[end] - starts[start] <= longestPiece {
                for byte in bytes[starts[end - 1]..<starts[end]] { hash = Self.next(hash, byte) }
                guard let piece = find(bytes[starts[start]..<starts[end]], hash) else { continue }
                let score = best[start] + scores[Int(piece)]
                if score > best[end] {
                    best[end] = score
                    back[end] = (start, piece)
                }
            }
            if best[start] + unknownScore > best[start + 1] {
                best[start + 1] = best[start] + unknownScore
                back[start + 1] = (start, Self.unknown)
            }
        }
        var pieces: [Int32] = []
        var end = count
        while end > 0 {
            let step = back[end]
            if step.piece != Self.unknown || pieces.last != Self.unknown { pieces.append(step.piece) }
            end = step.from
        }
        return pieces.reversed()
    }

    private func find(_ bytes: ArraySlice<UInt8>, _ hash: UInt64) -> Int32? {
        var slot = Int(truncatingIfNeeded: Self.mixed(hash)) & (slots.count - 1)
        while slots[slot] >= 0 {
            let piece = slots[slot]
            let range = Int(offsets[Int(piece)])..<Int(offsets[Int(piece) + 1])
            if range.count == bytes.count, text[range].elementsEqual(bytes) { return piece }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    @inline(__always) private static func next(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    @inline(__always) private static func mixed(_ hash: UInt64) -> UInt64 { hash ^ hash >> 29 }
}
