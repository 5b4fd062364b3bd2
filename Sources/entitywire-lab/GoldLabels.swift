import Annotation
import Extraction

/// What the tokens of a sentence may be by its corpus: one label where the corpus says so, several where it leaves it open.
struct GoldLabels {
    var allowed: [LabelVector]
    var outside: [Float]

    init(_ segment: TaggedFile.Segment, _ corpus: CorpusDescription) {
        let open = Self.types(corpus.outside)
        allowed = Array(repeating: .zero, count: segment.tokens.count)
        outside = Array(repeating: 1, count: segment.tokens.count)
        for (index, token) in segment.tokens.enumerated() where Self.mayBeName(token) {
            for type in open { Self.allowAll(type, &allowed[index]) }
        }
        for span in TaggedFile.spans(segment.tags) {
            if corpus.unlabelHandles == true, segment.tokens[span.tokens.lowerBound].hasPrefix("@") { continue }
            let meanings = Self.meanings(span, segment, corpus)
            for index in span.tokens {
                allowed[index] = .zero
                outside[index] = meanings.contains("O") ? 1 : 0
            }
            for type in Self.types(meanings) { Self.allow(type, span.tokens, &allowed) }
        }
    }

    /// The gold spans where the corpus leaves nothing open, for scoring: the first meaning of each label.
    static func spans(_ segment: TaggedFile.Segment, _ corpus: CorpusDescription) -> [LabelledSpan] {
        TaggedFile.spans(segment.tags).compactMap { span in
            guard let first = meanings(span, segment, corpus).first, let type = types([first]).first else { return nil }
            return LabelledSpan(tokens: span.tokens, type: type)
        }
    }

    private static func meanings(
        _ span: (tokens: Range<Int>, label: String), _ segment: TaggedFile.Segment, _ corpus: CorpusDescription
    ) -> [String] {
        corpus.meanings(of: span.label, endingIn: segment.tokens[span.tokens.upperBound - 1])
    }

    private static func types(_ names: [String]) -> [Int] {
        names.compactMap { name in Labels.types.firstIndex { $0.rawValue == name } }
    }

    private static func mayBeName(_ token: String) -> Bool {
        token.unicodeScalars.first.map { $0.properties.isUppercase || $0.properties.numericType != nil } ?? false
    }

    private static func allow(_ type: Int, _ tokens: Range<Int>, _ allowed: inout [LabelVector]) {
        if tokens.count == 1 {
            allowed[tokens.lowerBound][Labels.single(type)] = 1
            return
        }
        for index in tokens {
            let lane =
                index == tokens.lowerBound
                ? Labels.begin(type) : index == tokens.upperBound - 1 ? Labels.end(type) : Labels.inside(type)
            allowed[index][lane] = 1
        }
    }

    private static func allowAll(_ type: Int, _ vector: inout LabelVector) {
        for lane in [Labels.begin(type), Labels.inside(type), Labels.end(type), Labels.single(type)] {
            vector[lane] = 1
        }
    }
}
