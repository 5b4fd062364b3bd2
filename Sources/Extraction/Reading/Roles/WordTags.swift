/// What the rules for roles, nominal mentions and pronouns know of a word.
struct WordTags: OptionSet {
    let rawValue: UInt64

    // MARK: Offices

    /// The head of an office: `minister`.
    static let head = WordTags(rawValue: 1 << 0)
    /// The head of several: `ministers`.
    static let plural = WordTags(rawValue: 1 << 1)
    /// An office only with a capital: `General`, `MP`.
    static let capitalOnly = WordTags(rawValue: 1 << 2)
    /// Says little without a complement: `member`, `head`.
    static let weak = WordTags(rawValue: 1 << 3)
    /// Goes before a head: `deputy`, `prime`, `national`.
    static let modifier = WordTags(rawValue: 1 << 4)
    /// A field of office: `finance`, `defense`.
    static let field = WordTags(rawValue: 1 << 5)
    /// Follows its head: `general` in `secretary general`.
    static let postfix = WordTags(rawValue: 1 << 6)
    /// `former`, `acting`: part of the words of the office.
    static let state = WordTags(rawValue: 1 << 7)
    /// `new`, `current`, `then`: stands before an office, no part of it.
    static let passing = WordTags(rawValue: 1 << 8)
    /// `Lieutenant`, `Major`: with the next word one rank, `Major General`.
    static let rankPrefix = WordTags(rawValue: 1 << 26)
    /// `deputy`, `vice`, `assistant`: another person's office than the one without the word.
    static let deputy = WordTags(rawValue: 1 << 9)

    // MARK: Around names

    /// `Mr`, `Dr`: a form of address, no office.
    static let honorific = WordTags(rawValue: 1 << 10)
    static let the = WordTags(rawValue: 1 << 11)
    static let indefinite = WordTags(rawValue: 1 << 12)
    /// `his`, `its`, `our`.
    static let possessive = WordTags(rawValue: 1 << 13)
    static let male = WordTags(rawValue: 1 << 14)
    static let female = WordTags(rawValue: 1 << 15)
    /// `he`, `him`, `his`, `she`, `her`.
    static let pronoun = WordTags(rawValue: 1 << 16)
    /// A person without a name: `woman`, `driver`, `victim`.
    static let someone = WordTags(rawValue: 1 << 17)

    // MARK: Verbs and small words

    /// `is`, `was`, `became`.
    static let copula = WordTags(rawValue: 1 << 18)
    /// `appointed`, `named`, `elected`.
    static let appoints = WordTags(rawValue: 1 << 19)
    /// `took over`, `stepped down`: with `as` a verb of holding an office.
    static let assumes = WordTags(rawValue: 1 << 27)
    /// `role`, `tenure`: with `as` a noun of holding an office.
    static let tenure = WordTags(rawValue: 1 << 28)
    /// `heads`, `chairs`.
    static let leads = WordTags(rawValue: 1 << 20)
    static let preposition = WordTags(rawValue: 1 << 21)
    /// A word that no name or office goes over: verbs, conjunctions, relative pronouns.
    static let stop = WordTags(rawValue: 1 << 22)
    /// `also`, `currently`.
    static let adverb = WordTags(rawValue: 1 << 23)
    /// `after`, `when`: begins a clause whose office is not the subject's.
    static let subordinate = WordTags(rawValue: 1 << 24)
    static let and = WordTags(rawValue: 1 << 25)

    // MARK: Fields of life, to find what `the politician` can mean

    static let political = WordTags(rawValue: 1 << 32)
    static let legislative = WordTags(rawValue: 1 << 33)
    static let business = WordTags(rawValue: 1 << 34)
    static let military = WordTags(rawValue: 1 << 35)
    static let police = WordTags(rawValue: 1 << 36)
    static let judicial = WordTags(rawValue: 1 << 37)
    static let religious = WordTags(rawValue: 1 << 38)
    static let academic = WordTags(rawValue: 1 << 39)
    static let royal = WordTags(rawValue: 1 << 40)
    static let diplomatic = WordTags(rawValue: 1 << 41)
    static let sport = WordTags(rawValue: 1 << 42)
    static let media = WordTags(rawValue: 1 << 43)
    /// A noun for a whole field of life, no office: `politician`, `lawmaker`.
    static let classNoun = WordTags(rawValue: 1 << 44)

    static let fieldsOfLife: WordTags = [
        .political, .legislative, .business, .military, .police, .judicial, .religious, .academic, .royal, .diplomatic,
        .sport, .media,
    ]

    // MARK: Shape, set for each token

    static let capital = WordTags(rawValue: 1 << 60)
    static let comma = WordTags(rawValue: 1 << 61)
    /// `'s` and the apostrophe alone.
    static let genitive = WordTags(rawValue: 1 << 62)
    static let word = WordTags(rawValue: 1 << 63)
}
