import Annotation

/// Whom each pronoun and each definite noun of a document stands for: the one answer that roles and attribution consume.
///
/// Chains of mentions (names, offices, definite nouns, pronouns) with the genders that the text proves. Attribution tells
/// who spoke, since whoever spoke last goes on speaking, and asks whom the subject of a verb of saying means; each pronoun
/// is answered once, so that a pronoun's mention and a quotation's speaker cannot disagree. Prefers no answer to a wrong one.
struct Coreference: Sendable {
    /// Somebody at a token.
    struct Person: Sendable {
        var token: Int
        var entity: Int
    }

    struct Answer: Sendable, Equatable {
        var entity: Int
        var confidence: Double
    }

    let view: DocumentView
    let index: HolderIndex
    /// Who spoke last, and where.
    private(set) var last: Person?
    /// Where somebody without a name spoke last, if nobody with one has since.
    private(set) var unnamedSpeaker: Int?
    /// Words that are being attributed: nobody named in them alone has said them.
    var excluded = 0..<0
    /// Names and nominal mentions of people, in order.
    let people: [FoundMention]
    let organizations: [FoundMention]
    /// Tokens of nouns for documents, in order.
    let documents: [Int]
    /// Tokens of people without a name, in order.
    let unnamed: [Int]
    /// By entity, where a title, a first name, an office or a pronoun proves it.
    var genders: [GivenNames.Gender?]
    /// The pronouns that are answered; nil for one that is left open.
    var answers: [Int: Answer?] = [:]
    /// Those of them that mean somebody, in order.
    var pronouns: [Person] = []

    /// - Parameter view: with the mentions of names and of `nominals`.
    init(view: DocumentView, offices: OfficeHolders, index: HolderIndex, nominals: [NominalFinder.Nominal]) {
        self.view = view
        self.index = index
        people = view.mentions.filter { $0.kind != .pronoun && view.isPerson($0) }
        organizations = view.mentions.filter { $0.kind == .name && view.entities[$0.entity].type == .organization }
        documents = view.lexemes.indices.filter { view[$0].contains(.documentNoun) }
        let focus = Focus(view, offices, nominals: nominals)
        unnamed = focus.unnamed
        genders = focus.genders
    }

    mutating func learn(_ gender: GivenNames.Gender, of entity: Int) {
        if genders[entity] == nil { genders[entity] = gender }
    }

    mutating func remember(_ entity: Int, at token: Int) {
        last = Person(token: token, entity: entity)
        unnamedSpeaker = nil
    }

    /// Somebody without a name has spoken: what follows may be that person's, and a pronoun may mean that person.
    mutating func forget(at token: Int) {
        last = nil
        unnamedSpeaker = token
    }

    /// The entity that the subject of a verb of saying means, or nil.
    mutating func resolve(_ subject: SpeechSubject) -> Int? {
        switch subject {
        case .entity(let entity, _): entity
        case .pronoun(let token): resolve(pronoun: token)
        case .nominal(let phrase, let head): resolve(phrase, head: head)
        case .unnamed: nil
        }
    }
}

extension [Int] {
    /// The first index whose element fulfils a condition that, once true, stays true.
    func partition(_ isAfter: (Int) -> Bool) -> Int { indices.partition { isAfter(self[$0]) } }
}

extension Range<Int> {
    /// The first number that fulfils a condition that, once true, stays true; the upper bound where none does.
    func partition(_ isAfter: (Int) -> Bool) -> Int {
        var low = lowerBound
        var high = upperBound
        while low < high {
            let middle = (low + high) / 2
            if isAfter(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
