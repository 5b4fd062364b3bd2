package import Annotation

/// What is known of one document while the stages read it, each adding its own layer.
///
/// Inside, positions are token indexes of `text` or byte ranges; `Reading.annotation` turns them into code points once,
/// at the edge. `text` holds the tokens of fact-bearing sections alone: no stage can take a fact from boilerplate.
package struct Reading: Sendable {
    /// The text with its words, names and mentions.
    package var view: DocumentView
    /// Cover the bytes of the text without gap or overlap.
    package let sections: [PageSection]
    /// The language of the body as a BCP 47 tag, where it is certain.
    package let language: String?

    package var title: Range<Int>?
    package var published: Published?
    /// The offices with the people whom the text names as their holders.
    var offices: OfficeHolders?
    package var roles: [FoundRole] = []
    package var quotes: [FoundQuote] = []
    package var dates: [FoundDate] = []
    package var quantities: [FoundQuantity] = []
    package var sources: [FoundSource] = []

    package init(text: TokenizedText, sections: [PageSection], language: String?, names: [RecognizedName]) {
        view = DocumentView(text, names: names, lexicon: .words(of: language))
        self.sections = sections
        self.language = language
    }

    package var text: TokenizedText { view.text }
    /// What the recogniser found, in order of start, without overlap.
    package var names: [RecognizedName] { view.names }
    /// In order of start. `entity` is an index into `entities`.
    package var mentions: [FoundMention] {
        get { view.mentions }
        set { view.mentions = newValue }
    }
    package var entities: [FoundEntity] {
        get { view.entities }
        set { view.entities = newValue }
    }
}

/// A part of the page as a byte range.
package struct PageSection: Sendable, Equatable {
    package var kind: Section.Kind
    package var bytes: Range<Int>
    package var language: String?

    package init(kind: Section.Kind, bytes: Range<Int>, language: String? = nil) {
        self.kind = kind
        self.bytes = bytes
        self.language = language
    }
}

package struct FoundMention: Sendable, Equatable {
    package var tokens: Range<Int>
    package var type: EntityType
    package var subtype: String?
    package var kind: Mention.Kind
    package var entity: Int
    package var confidence: Double

    package init(
        tokens: Range<Int>, type: EntityType, subtype: String? = nil, kind: Mention.Kind, entity: Int,
        confidence: Double
    ) {
        self.tokens = tokens
        self.type = type
        self.subtype = subtype
        self.kind = kind
        self.entity = entity
        self.confidence = confidence
    }
}

package struct FoundEntity: Sendable, Equatable {
    package var type: EntityType
    package var subtype: String?
    package var name: String
    package var aliases: [String] = []
    /// ISO 3166-1 alpha-2, upper case.
    package var country: String?
    package var gazetteer: String?

    package init(
        type: EntityType, subtype: String? = nil, name: String, country: String? = nil, gazetteer: String? = nil
    ) {
        self.type = type
        self.subtype = subtype
        self.name = name
        self.country = country
        self.gazetteer = gazetteer
    }
}

package struct FoundRole: Sendable, Equatable {
    package var holder: Int
    package var office: String
    package var organization: Int?
    package var country: String?
    /// The words of the office.
    package var tokens: Range<Int>

    package init(holder: Int, office: String, organization: Int? = nil, country: String? = nil, tokens: Range<Int>) {
        self.holder = holder
        self.office = office
        self.organization = organization
        self.country = country
        self.tokens = tokens
    }
}

package struct FoundQuote: Sendable, Equatable {
    package var kind: Quote.Kind
    /// The marks included.
    package var bytes: Range<Int>
    package var speaker: Int?
    package var speakerTokens: Range<Int>?
    package var speakerBasis: Quote.SpeakerBasis?
    package var confidence = 0.9
    package var cue: Range<Int>?
    /// The entity that reported the words, where it is not the speaker.
    package var source: Int?

    package init(kind: Quote.Kind, bytes: Range<Int>) {
        self.kind = kind
        self.bytes = bytes
    }
}

package struct FoundDate: Sendable, Equatable {
    package var tokens: Range<Int>
    package var type: DateExpression.Kind
    /// TIMEX3, as the text alone gives it.
    package var value: String
    package var offset: DateOffset?

    package init(tokens: Range<Int>, type: DateExpression.Kind, value: String, offset: DateOffset? = nil) {
        self.tokens = tokens
        self.type = type
        self.value = value
        self.offset = offset
    }
}

package struct FoundQuantity: Sendable, Equatable {
    package var bytes: Range<Int>
    package var kind: Quantity.Kind
    package var value: Double?
    package var unit: String?

    package init(bytes: Range<Int>, kind: Quantity.Kind, value: Double?, unit: String? = nil) {
        self.bytes = bytes
        self.kind = kind
        self.value = value
        self.unit = unit
    }
}

package struct FoundSource: Sendable, Equatable {
    package var tokens: Range<Int>
    package var entity: Int?

    package init(tokens: Range<Int>, entity: Int?) {
        self.tokens = tokens
        self.entity = entity
    }
}
