/// What an extractor found in one document: the JSON object that travels as the body of RESULT, is stored, and is
/// printed by `entitywire extract --json`.
///
/// A pure function of the text and of the extractor's version. All offsets count Unicode code points (scalars) from 0,
/// half-open, into the text exactly as submitted. Arrays are in order of start. Absent facts are absent.
public struct Annotation: Sendable, Equatable, Codable {
    /// The version of this layout; additions that old readers may ignore do not change it.
    public static let schema = "entitywire/1"

    public var schema = Annotation.schema
    /// The key of the document: the SHA-256 of its bytes in lower-case hex.
    public var document: String
    /// The SHA-256 of the text in lower-case hex; equals `document`.
    public var textSha256: String
    /// The version of the program and of the model that produced this.
    public var extractor: String
    /// The language of the body as a BCP 47 tag, where it is certain.
    public var language: String?
    /// True where the model does not read the language: then there are sections only.
    public var unsupported: Bool?
    public var title: TextSpan?
    public var published: Published?
    public var sections: [Section] = []
    public var mentions: [Mention] = []
    public var entities: [Entity] = []
    public var roles: [Role] = []
    public var quotes: [Quote] = []
    public var dates: [DateExpression] = []
    public var quantities: [Quantity] = []
    public var sources: [Source] = []

    public init(document: String, extractor: String) {
        self.document = document
        self.textSha256 = document
        self.extractor = extractor
    }
}

/// A stretch of the text with its exact string.
public struct TextSpan: Sendable, Equatable, Codable {
    public var start: Int
    public var end: Int
    public var text: String

    public init(start: Int, end: Int, text: String) {
        self.start = start
        self.end = end
        self.text = text
    }
}

/// When the document was published, as far as its own text or a submission says.
public struct Published: Sendable, Equatable, Codable {
    /// How the date is known: the text states it, it follows from the text, or a submission gave it.
    public enum Basis: String, Sendable, Codable { case stated, inferred, given }

    /// ISO 8601, possibly of reduced precision: `2024-02-15` or `2024-02`.
    public var value: String
    public var basis: Basis

    public init(value: String, basis: Basis) {
        self.value = value
        self.basis = basis
    }

    /// Whether the value is a day, month or year of the calendar.
    var isDate: Bool {
        DateAnchor(value) != nil && value.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (48...57).contains($0) }
    }
}

/// A part of the page. The sections of a document cover its text without gap or overlap.
public struct Section: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable { case title, dateline, heading, body, boilerplate }

    public var kind: Kind
    public var start: Int
    public var end: Int
    /// BCP 47 tag, where it is certain.
    public var language: String?

    public init(kind: Kind, start: Int, end: Int, language: String? = nil) {
        self.kind = kind
        self.start = start
        self.end = end
        self.language = language
    }
}

/// The types of names and entities.
public enum EntityType: String, Sendable, Codable, CaseIterable {
    case person = "PERSON"
    case organization = "ORG"
    /// Places, countries and cities included.
    case location = "LOC"
    case facility = "FAC"
    /// Nationalities, religious and political groups; linked to their country.
    case group = "NORP"
    case event = "EVENT"
    /// Vessels, weapons, vehicles and other products.
    case product = "PRODUCT"
    case miscellaneous = "MISC"
}

/// One place where the text speaks of an entity: the longest span without leading article, title or possessive.
public struct Mention: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable { case name, nominal, pronoun }

    /// Unique in the document: `m1`, `m2`, … in order of start.
    public var id: String
    public var start: Int
    public var end: Int
    public var text: String
    public var type: EntityType
    /// `country`, `city` or `region` for places, where it is certain.
    public var subtype: String?
    public var kind: Kind
    /// The id of an entity of the same document.
    public var entity: String
    /// A calibrated probability between 0 and 1, to two decimals.
    public var confidence: Double

    public init(
        id: String, start: Int, end: Int, text: String, type: EntityType, subtype: String? = nil, kind: Kind = .name,
        entity: String, confidence: Double
    ) {
        self.id = id
        self.start = start
        self.end = end
        self.text = text
        self.type = type
        self.subtype = subtype
        self.kind = kind
        self.entity = entity
        self.confidence = (confidence * 100).rounded() / 100
    }
}

/// What the mentions of a document that mean the same thing stand for.
public struct Entity: Sendable, Equatable, Codable {
    /// The bytes of UTF-8 that a name or an alias may have: those of the longest text.
    public static let longestName = 4 * 1024 * 1024
    /// The aliases that one entity may have.
    public static let maximumAliases = 1_000

    /// Unique in the document: `e1`, `e2`, … in order of the first mention.
    public var id: String
    public var type: EntityType
    public var subtype: String?
    /// The best form that the text has.
    public var name: String
    /// The other forms, in order of first appearance.
    public var aliases: [String]
    /// ISO 3166-1 alpha-2, upper case, for countries and what is theirs.
    public var country: String?
    public var wikidata: String?
    /// The identifier that a user's gazetteer gives to this name.
    public var gazetteer: String?
    /// The entity across documents; added by the query service, never by an extractor.
    public var globalId: String?

    public init(
        id: String, type: EntityType, subtype: String? = nil, name: String, aliases: [String] = [],
        country: String? = nil,
        wikidata: String? = nil, gazetteer: String? = nil
    ) {
        self.id = id
        self.type = type
        self.subtype = subtype
        self.name = name
        self.aliases = aliases
        self.country = country
        self.wikidata = wikidata
        self.gazetteer = gazetteer
    }
}

/// An office or rank that the text gives to a holder. The span is that of the words of the office.
public struct Role: Sendable, Equatable, Codable {
    /// The id of the entity that holds the role.
    public var holder: String
    public var office: String
    /// The id of the entity of the organisation, where the text names it.
    public var organization: String?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    public var start: Int
    public var end: Int
    public var text: String

    public init(
        holder: String, office: String, organization: String? = nil, country: String? = nil, start: Int, end: Int,
        text: String
    ) {
        self.holder = holder
        self.office = office
        self.organization = organization
        self.country = country
        self.start = start
        self.end = end
        self.text = text
    }
}

/// What somebody said, in their words (the span includes the marks) or in the writer's.
public struct Quote: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable { case direct, indirect }

    /// How the text tells who speaks.
    public enum SpeakerBasis: String, Sendable, Codable, CaseIterable {
        /// The words beside the quotation name the speaker.
        case named
        /// A pronoun stands there.
        case pronoun
        /// A description without a name stands there: `the minister`.
        case described
        /// Nothing stands there: whoever spoke before goes on.
        case carried
    }

    public var kind: Kind
    public var start: Int
    public var end: Int
    public var text: String
    /// The id of the entity that speaks.
    public var speaker: String?
    /// The words by which the text names the speaker, also where no entity is known: `the minister`, `a witness`.
    public var speakerText: String?
    /// How the speaker is known, where one is.
    public var speakerBasis: SpeakerBasis?
    /// The probability that these words are a statement, and the speaker's where one is given; 0 to 1.
    public var confidence: Double?
    /// The verb or phrase that introduces the words: `said`, `according to`.
    public var cue: String?
    /// The id of the entity that reported the words, where that is not the speaker.
    public var source: String?

    public init(
        kind: Kind, start: Int, end: Int, text: String, speaker: String? = nil, speakerText: String? = nil,
        speakerBasis: SpeakerBasis? = nil, confidence: Double? = nil, cue: String? = nil, source: String? = nil
    ) {
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.speaker = speaker
        self.speakerText = speakerText
        self.speakerBasis = speakerBasis
        self.confidence = confidence
        self.cue = cue
        self.source = source
    }
}

/// A date, time, duration or set as the text has it, with its TIMEX3 value.
public struct DateExpression: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable { case date, time, duration, set }

    public var start: Int
    public var end: Int
    public var text: String
    public var type: Kind
    /// The TIMEX3 value that the text alone gives: `2024-02-15`, or open, `XXXX-WXX-4`.
    public var value: String
    /// How an open value lies from the day of publication, where the words say so.
    public var offset: DateOffset?
    /// The value that follows with the date of publication as anchor; absent without one.
    public var resolved: String?

    public init(
        start: Int, end: Int, text: String, type: Kind, value: String, offset: DateOffset? = nil,
        resolved: String? = nil
    ) {
        self.start = start
        self.end = end
        self.text = text
        self.type = type
        self.value = value
        self.offset = offset
        self.resolved = resolved
    }
}

/// A number with what it counts or measures.
public struct Quantity: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable { case count, money, percent, measure, ordinal }

    public var start: Int
    public var end: Int
    public var text: String
    public var kind: Kind
    public var value: Double?
    /// What is counted, an ISO 4217 code, or a unit of measure.
    public var unit: String?

    public init(start: Int, end: Int, text: String, kind: Kind, value: Double?, unit: String? = nil) {
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind
        self.value = value
        self.unit = unit
    }
}

/// An outlet, agency or press service that the text cites.
public struct Source: Sendable, Equatable, Codable {
    public var start: Int
    public var end: Int
    public var text: String
    public var entity: String?

    public init(start: Int, end: Int, text: String, entity: String? = nil) {
        self.start = start
        self.end = end
        self.text = text
        self.entity = entity
    }
}
