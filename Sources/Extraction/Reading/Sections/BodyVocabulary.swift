/// The content words of paragraphs, to tell whether another paragraph speaks of the same story.
///
/// A word counts by its first five letters, so that inflected forms meet; short words and the commonest long ones do not
/// count. Cohesion in the sense of Hearst, "TextTiling", Computational Linguistics 23(1), 1997.
struct BodyVocabulary: Sendable {
    /// The number of paragraphs that have a stem.
    private var paragraphs: [UInt64: Int32] = [:]

    mutating func add(_ stems: Set<UInt64>) {
        for stem in stems { paragraphs[stem, default: 0] += 1 }
    }

    mutating func remove(_ stems: Set<UInt64>) {
        for stem in stems {
            guard let count = paragraphs[stem] else { continue }
            paragraphs[stem] = count > 1 ? count - 1 : nil
        }
    }

    /// How many of the stems the paragraphs share.
    func shared(_ stems: Set<UInt64>) -> Int { stems.count { paragraphs[$0] != nil } }

    /// Which part of the stems the paragraphs share, 0 to 1.
    func cohesion(_ stems: Set<UInt64>) -> Double { stems.isEmpty ? 0 : Double(shared(stems)) / Double(stems.count) }

    /// The stems of a range; of a long one, those of its first 400 words.
    static func stems(in page: FoldedText, _ range: Range<Int>) -> Set<UInt64> {
        var stems: Set<UInt64> = []
        var words = 0
        page.forEachWord(in: range) { word in
            words += 1
            guard words <= 400, let stem = stem(of: word, in: page) else { return }
            stems.insert(stem)
        }
        return stems
    }

    private static func stem(of word: Range<Int>, in page: FoldedText) -> UInt64? {
        guard !common.contains(page.hash(word)) else { return nil }
        var hash = ByteHash.seed
        var letters = 0
        var index = word.lowerBound
        while index < word.upperBound, letters < 5 {
            let length = FoldedText.length(ofLead: page.folded[index])
            for byte in index..<min(index + length, word.upperBound) { hash = ByteHash.step(hash, page.folded[byte]) }
            letters += length == 3 ? 2 : 1
            index += length
        }
        return letters >= 4 ? hash : nil
    }

    private static let common = ByteHash.set(
        """
        about above after again against also although among another around because been before being between both could \
        does doing down during each even ever every first five four from further have having here into just last like made \
        make many more most much must near never next only other over said same should since some such than that their them \
        then there these they third this those three through today under until upon very want was week were what when where \
        which while will with within without would year years your according added says told noted several including \
        also whose still well back part including time new news read watch since says \
        після також який яка яке які якого якої яких цього цієї цьому було були буде бути може через проти тому коли \
        понад лише серед щодо року років рік році заявив повідомив сказав зазначив \
        после также который которая которые которого этого этой было были будет быть может через против потому когда
        """)
}
