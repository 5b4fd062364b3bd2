/// What a word can do in a sentence of news: the one vocabulary of all rules, and that of the files in `Lexicon/`.
///
/// A file writes a class with a capital: `OfficeNoun`. The last group is read off the token itself.
enum WordClass: UInt8, CaseIterable, Sendable {
    // MARK: Function words

    case article
    /// `a`, `an`, `one`.
    case indefinite
    /// `some`, `another` and the indefinite article: no definite noun phrase begins here.
    case someIndefinite
    /// `the`, `this`, `its`: begins a definite noun phrase.
    case definite
    /// `his`, `its`, `this`, `whose`: stands where an article could.
    case determiner
    /// `his lawyer` is somebody else than he.
    case possessivePronoun
    /// `he`, `him`, `his`, `she`, `her`.
    case personalPronoun
    /// `he`.
    case masculine
    /// `she`.
    case feminine
    /// `they`, `it`.
    case neutral
    case male
    case female
    /// A pronoun that a clause begins with.
    case subjectPronoun
    /// `who`, `which`.
    case relative
    /// `that`.
    case complementizer
    case preposition
    /// A preposition between an office and what it is the office of.
    case officePreposition
    case coordinator
    /// `and`, `or`, `as`: may join parts of one clause.
    case joiner
    /// Begins another clause.
    case clauseOpener
    /// `after`, `when`: begins a clause whose office is not the subject's.
    case subordinator
    case adverb
    /// `yesterday`, `later`, a weekday: may stand between a subject and its verb.
    case timeAdverb
    /// An auxiliary or adverb between a subject and its verb.
    case preverbal
    case copula
    /// A finite verb as any clause has one.
    case finiteVerb
    /// A word that no name or office goes over: verbs, conjunctions, relative pronouns.
    case boundary
    /// What may follow `told X` where X was told: `that`, `on`, `he`.
    case tellComplement
    /// May stand before the agency of a dateline.
    case datelineLead

    // MARK: Offices

    /// The head of an office: `minister`.
    case officeNoun
    /// The head of several: `ministers`.
    case plural
    /// An office only with a capital: `General`, `MP`.
    case capitalOnly
    /// Goes before a head: `deputy`, `prime`, `national`.
    case officeModifier
    /// A field of office: `finance`, `defense`.
    case officeField
    /// Follows its head: `general` in `secretary general`.
    case officePostfix
    /// `former`, `acting`: part of the words of the office.
    case officeState
    /// `new`, `current`, `then`: stands before an office, no part of it.
    case officeEpithet
    /// `Lieutenant`, `Major`: with the next word one rank, `Major General`.
    case rankPrefix
    /// `deputy`, `vice`, `assistant`: another person's office than the one without the word.
    case deputyOffice
    /// `Mr`, `Dr`: a form of address, no office.
    case honorific
    /// `appointed`, `named`, `elected`.
    case appointmentVerb
    /// `took over`, `stepped down`: with `as` a verb of holding an office.
    case assumptionVerb
    /// `heads`, `chairs`.
    case leadingVerb
    /// `role`, `tenure`: with `as` a noun of holding an office.
    case tenureNoun

    // MARK: Domains of offices, to find what `the politician` can mean

    case political
    case legislative
    case business
    case military
    case police
    case judicial
    case religious
    case academic
    case royal
    case diplomatic
    case sport
    case media
    /// A noun for all the offices of a domain: `politician`, `lawmaker`.
    case domainNoun

    // MARK: People and bodies

    /// A person by what he or she does: `politician`, `minister`, `witness`.
    case personNoun
    /// A person of everyday life: `woman`, `driver`, `victim`.
    case commonPerson
    /// Who speaks for or belongs to somebody else: `spokesman`, `lawyer`, `brother`.
    case proxy
    /// An organisation by what it is: `ministry`.
    case bodyNoun
    /// What speaks as the person whose it is: `office`, `press`.
    case pressOffice
    /// Whose press service may speak: `fleet`, `government`.
    case pressOwner

    // MARK: Saying

    /// A finite verb of saying: `said`, `warned`.
    case speechVerb
    /// A participle of saying, whose subject is that of its sentence: `adding`.
    case speechParticiple
    /// Takes what is said as its object: `stressed the importance`.
    case objectVerb
    /// Reports what was said only with `that`: `continued`, `asked`.
    case thatVerb
    /// `told`: names a listener.
    case tellVerb
    /// By which one outlet passes on the words of another: `quoted`, `cited`.
    case quotingVerb
    /// `citing`: an outlet follows.
    case citingParticiple
    /// A verb of reporting: its subject is the source where somebody else speaks.
    case reportVerb
    /// `said`, `announced`: of an outlet only where its name shows that it is one.
    case announcingVerb
    /// `spoke`, `statement`: with or to an outlet.
    case talkWord
    case according
    /// What is issued in writing: `statement`, `letter`.
    case documentNoun

    // MARK: Outlets

    /// An agency or outlet known by this one word.
    case outletName
    /// `Times`, `Post`: part of an outlet's name, never the whole.
    case outletWord
    /// `Ministry`, `Bank`: in a name that is no outlet's.
    case institutionWord
    /// `newspaper`, `broadcaster`: an outlet's name stands beside it.
    case mediumNoun
    /// A medium of other kinds of bodies too: `agency`, `site`.
    case generalMedium
    /// `local`, `state`: between an article and an outlet's name.
    case outletDescriber
    /// `reports`, `wrote`: an outlet stands before it.
    case outletVerb
    /// `has`, `also`: between an outlet and its verb.
    case outletAuxiliary
    /// `report`, `story`: the outlet's own name stands before it.
    case pieceNoun
    /// `published`, `carried`: by an outlet.
    case publishVerb
    /// `press`, `information`: before `service` or `office`.
    case pressNoun
    case serviceNoun

    // MARK: Names

    /// `Ltd`, `Inc`: at the end of a company's name.
    case legalForm
    /// `Kremlin`: a house that speaks as a body.
    case seatOfPower
    /// `HMS`, `USS`: the first word of a vessel's name.
    case vesselPrefix
    /// `tanker`, `yacht`: a vessel's name follows.
    case vesselNoun
    /// `Hurricane`, `Typhoon`.
    case stormNoun
    /// `shares`, `stake`: with `of` or `in` a company follows.
    case companyCue
    /// `group`, `militants`: the name behind it is a body's.
    case groupNoun
    /// `National`, `Federal`: begins names of bodies.
    case nameModifier
    /// A people, a faith, followers of somebody: one or all of them.
    case partyMember
    /// Weekdays and months.
    case calendar
    /// `MEETS`, `RESIGNS`: a verb of headlines, where all is written in capitals.
    case headlineVerb

    // MARK: Amounts

    /// `killed`, `missing`: what is said of people whose number stands without a noun.
    case fateWord
    /// `member` of `27-member`: singular behind a number and a hyphen.
    case countedPart
    /// `cents`, `pence`: the hundredth part of a currency.
    case subunit

    // MARK: Time

    /// `will`, `due`: what follows lies ahead.
    case futureCue
    /// `was`, `went`: what stands beside it is over. Verbs in `-ed` are known by their ending.
    case pastVerb
    /// `takes`, `opens`: in the present of what is planned, where a date follows.
    case scheduleVerb
    /// `Good`, `Easter`: before a weekday, a holiday.
    case holidayWord
    /// `profit`, `sales`: has a figure for each quarter.
    case businessFigure

    // MARK: Shape, read off the token

    /// Begins with a letter.
    case word
    /// Begins with a capital letter.
    case capital
    /// Begins with a digit.
    case digit
    case comma
    /// `.`, `!`, `?`, `…`.
    case stop
    /// A hyphen or dash standing alone.
    case dash
    /// `'s` and the apostrophe alone.
    case genitive

    /// The name that the files of the lexicon use.
    var fileName: String {
        let name = "\(self)"
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    static let firstShape = WordClass.word
}
