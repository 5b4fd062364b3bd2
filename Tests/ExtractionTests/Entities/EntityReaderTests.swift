import Annotation
import Testing

@testable import Extraction

@Suite struct EntityReaderTests {
    /// Texts in which the first two names of the same type mean one entity.
    static let same: [(String, String, String)] = [
        ("{PERSON:Amina Okafor} came. Later {PERSON:Okafor} left.", "Amina Okafor", "Okafor"),
        ("{PERSON:Amina Okafor} came. Later {PERSON:Amina} left.", "Amina Okafor", "Amina"),
        ("{PERSON:J. K. Mwangi} and {PERSON:JK Mwangi}.", "J. K. Mwangi", "JK Mwangi"),
        ("{PERSON:John Kamau Mwangi} and {PERSON:J. Mwangi}.", "John Kamau Mwangi", "J. Mwangi"),
        ("{PERSON:Andrés Manuel Peña Ruiz}; {PERSON:Pena Ruiz} said.", "Andrés Manuel Peña Ruiz", "Pena Ruiz"),
        ("{PERSON:Nayef Falah Al-Hajri} and {PERSON:Al Hajri}.", "Nayef Falah Al-Hajri", "Al Hajri"),
        ("{PERSON:Kim Ha-jun} spoke. {PERSON:Kim} left.", "Kim Ha-jun", "Kim"),
        ("{PERSON:MARIA LOPES} WINS. {PERSON:Maria Lopes} won.", "MARIA LOPES", "Maria Lopes"),
        ("{PERSON:Załęski} speaks. {PERSON:Valery Zaleski} spoke.", "Załęski", "Valery Zaleski"),
        ("{PERSON:Mohammed Karimi} and {PERSON:Mohamed Karimi}.", "Mohammed Karimi", "Mohamed Karimi"),
        ("{PERSON:Oleg Denysenko}; {PERSON:Denisenko} said.", "Oleg Denysenko", "Denisenko"),
        ("{PERSON:Omar Al-Ghanem}; {PERSON:Al-Ghanim} said.", "Omar Al-Ghanem", "Al-Ghanim"),
        (
            "{ORG:League of Harbour Pilots} ({ORG:LHP}) met. {ORG:LHP} said.", "League of Harbour Pilots", "LHP"
        ),
        ("The {ORG:League of Harbour Pilots} met. The {ORG:League} said.", "League of Harbour Pilots", "League"),
        ("{ORG:Ministry of Health} and {ORG:MoH}.", "Ministry of Health", "MoH"),
        ("{ORG:Panama Maritime Authority} ({ORG:AMP}).", "Panama Maritime Authority", "AMP"),
        ("{ORG:Health Ministry} is the {ORG:Ministry of Health}.", "Health Ministry", "Ministry of Health"),
        ("{ORG:Chile-EU Council}, the {ORG:EU-Chile Council}.", "Chile-EU Council", "EU-Chile Council"),
        ("{ORG:Polish Armed Forces}: {ORG:Armed Forces of Poland}.", "Polish Armed Forces", "Armed Forces of Poland"),
        ("The {ORG:Polish army} is the {ORG:Armed Forces of Poland}.", "Polish army", "Armed Forces of Poland"),
        (
            "{LOC:Poland}'s {ORG:Foreign Ministry}; {ORG:Polish Ministry of Foreign Affairs}.", "Foreign Ministry",
            "Polish Ministry of Foreign Affairs"
        ),
        ("{ORG:Acme Electronics} grew. {ORG:Acme} sells.", "Acme Electronics", "Acme"),
        ("{ORG:Acme Ltd} grew. {ORG:Acme} sells.", "Acme Ltd", "Acme"),
        ("{ORG:NATO} met. The {ORG:Alliance} said.", "NATO", "Alliance"),
        ("{ORG:UkrInfo} and {ORG:Ukrinfo}.", "UkrInfo", "Ukrinfo"),
        ("{LOC:Gulf countries} and {LOC:Gulf states}.", "Gulf countries", "Gulf states"),
        ("{LOC:Jujuy province}, {LOC:Jujuy}.", "Jujuy province", "Jujuy"),
        ("{EVENT:Russian-Polish war} and {EVENT:Poland-Russia War}.", "Russian-Polish war", "Poland-Russia War"),
        ("{NORP:Ukrainian} and {NORP:Ukrainians}.", "Ukrainian", "Ukrainians"),
        ("{PERSON:Jens Torvald} came. {ORG?:Torvald} said.", "Jens Torvald", "Torvald"),
    ]

    @Test("two ways to write one name are one entity", arguments: same)
    func joins(_ marked: String, _ first: String, _ second: String) {
        let annotation = MarkedText(marked).read(by: EntityReader())
        let one = annotation.mentions.first { $0.text == first }
        let two = annotation.mentions.last { $0.text == second }
        #expect(one != nil && one?.entity == two?.entity)
    }

    @Test(
        "an unsure name has the type that its words, its title or the document give it",
        arguments: [
            ("The {LOC?:Armed Forces of Chad} came.", "Armed Forces of Chad", EntityType.organization),
            ("The {LOC:Armed Forces of Chad} came.", "Armed Forces of Chad", .location),
            ("The {LOC?:Gulf of Guinea} is calm.", "Gulf of Guinea", .location),
            ("Then General {LOC?:Okoye} spoke.", "Okoye", .person),
            ("Then General {ORG?:Okoye} spoke.", "Okoye", .person),
            ("He saw the general in {LOC?:Okoye} then.", "Okoye", .location),
            ("Chancellor {LOC?:Germany} spoke.", "Germany", .location),
            ("{MISC?:ZedInfo} and {ORG?:Zedinfo} and {ORG?:Zedinfo}.", "ZedInfo", .organization),
            ("{MISC?:ZedInfo} and {ORG?:Zedinfo}.", "ZedInfo", .miscellaneous),
        ])
    func settles(marked: String, name: String, type: EntityType) {
        let annotation = MarkedText(marked).read(by: EntityReader())
        #expect(annotation.mentions.first { $0.text == name }?.type == type)
    }

    @Test(arguments: [
        ("He left {LOC:southern Chile}.", "Chile"), ("He left {LOC:north-east Arnhem Land}.", "Arnhem Land"),
        ("He left {LOC:South Sudan}.", "South Sudan"), ("He left {ORG:central bank}.", "central bank"),
    ])
    func aPlaceLosesItsPointOfTheCompass(marked: String, expected: String) {
        #expect(MarkedText(marked).read(by: EntityReader()).mentions.map(\.text) == [expected])
    }

    static let apart: [(String, String, String)] = [
        ("{PERSON:Denzel Boston} in {LOC:Boston}.", "Denzel Boston", "Boston"),
        ("{PERSON:Maria Rossi} and {PERSON:Mario Rossi}.", "Maria Rossi", "Mario Rossi"),
        ("Crown Prince {PERSON:Omar bin Idris} and King {PERSON:Idris}.", "Omar bin Idris", "Idris"),
        ("{PERSON:Dmytro Kulebo} and {PERSON:Kukulo}.", "Dmytro Kulebo", "Kukulo"),
        ("{PERSON:Ahmad Karimi}; {PERSON:Reza Karimi}.", "Ahmad Karimi", "Reza Karimi"),
        (
            "{ORG:Polish Defence Ministry} and {ORG:Russian Defence Ministry}.", "Polish Defence Ministry",
            "Russian Defence Ministry"
        ),
        ("{LOC:Poland}'s {ORG:Senate} and {ORG:Russian Senate}.", "Senate", "Russian Senate"),
        ("{ORG:Mine Alliance} and {ORG:NATO} met. The {ORG:Alliance} said.", "Mine Alliance", "Alliance"),
        ("{ORG:Harbour Confederation} and {ORG:NATO}; the {ORG:Alliance}.", "Harbour Confederation", "Alliance"),
        ("{ORG:Acme Display} and {ORG:Acme Motors} fight {ORG:Acme}.", "Acme Display", "Acme"),
        ("{LOC:Niger} and {LOC:Nigeria}.", "Niger", "Nigeria"),
        ("{NORP:Polish} and {LOC:Poland}.", "Polish", "Poland"),
    ]

    @Test("two names stay apart", arguments: apart)
    func separates(_ marked: String, _ first: String, _ second: String) {
        let annotation = MarkedText(marked).read(by: EntityReader())
        let one = annotation.mentions.first { $0.text == first }
        let two = annotation.mentions.last { $0.text == second }
        #expect(one != nil && two != nil && one?.entity != two?.entity)
    }

    @Test("a last name alone that two people bear is that of whom the text names first")
    func foremostBearer() {
        let annotation = MarkedText(
            "{PERSON:Ahmad Karimi} and {PERSON:Mina Karimi} came. {PERSON:Karimi} spoke to {PERSON:Ahmad Karimi}."
        ).read(by: EntityReader())
        #expect(annotation.clusters == [["Ahmad Karimi", "Karimi"], ["Mina Karimi"]])
    }

    @Test("the best form is the longest in ordinary case; the others are aliases in order")
    func bestForm() {
        let annotation = MarkedText(
            "{PERSON:JENS TORVALD} WINS. {PERSON:Torvald} said. {PERSON:Jens Torvald} left. The {ORG:Alliance}, or {ORG:NATO}."
        ).read(by: EntityReader())
        #expect(annotation.entities.map(\.name) == ["Jens Torvald", "NATO"])
        #expect(annotation.entities.map(\.aliases) == [["JENS TORVALD", "Torvald"], ["Alliance"]])
    }

    static let passedOver: [(String, Int)] = [
        ("{PERSON:Omar Haddad} came. On Monday Haddad said no.", 2),
        ("{PERSON:Omar Haddad} came. Haddad, 62, left. Haddad’s son stayed.", 3),
        ("{PERSON:Omar Young} came. Young people left. The Young Foundation paid.", 1),
        ("{PERSON:Omar Haddad} came with Mina Haddad.", 1),
    ]

    @Test("a last name alone that the recogniser passed over is the person's", arguments: passedOver)
    func lastNames(_ marked: String, _ count: Int) {
        let annotation = MarkedText(marked).read(by: EntityReader())
        #expect(annotation.mentions.count == count)
        #expect(annotation.entities.count == 1)
    }

    @Test("titles, articles and possessives are no part of a mention")
    func trims() {
        let annotation = MarkedText(
            "{PERSON:Mr Jens Torvald} and {PERSON:Trade Minister Ana Ruiz} read {ORG:The Times's} pages in {LOC:The Hague}."
        ).read(
            by: EntityReader())
        #expect(annotation.mentions.map(\.text) == ["Jens Torvald", "Ana Ruiz", "Times", "The Hague"])
    }

    @Test("nationalities, countries and bodies of a state have the country's code")
    func countries() {
        let annotation = MarkedText("{NORP:Polish} minister, {LOC:Poland}, {ORG:Polish Senate}, {LOC/city:Poznań}.")
            .read(
                by: EntityReader())
        #expect(annotation.entities.map(\.country) == ["PL", "PL", "PL", nil])
        #expect(annotation.entities.map(\.subtype) == [nil, "country", nil, "city"])
    }

    @Test("one identifier of a user's gazetteer is one entity")
    func gazetteer() {
        var marked = MarkedText("{PERSON:Amina Okafor}, known as {PERSON:Mama Sunshine}.")
        let names = marked.reading.names.map {
            RecognizedName(tokens: $0.tokens, type: $0.type, confidence: $0.confidence, gazetteer: "Q1")
        }
        marked.reading = Reading(text: marked.reading.text, sections: [], language: "en", names: names)
        let annotation = marked.read(by: EntityReader())
        #expect(annotation.entities.map(\.gazetteer) == ["Q1"])
    }

    @Test("reading twice gives the same annotation")
    func deterministic() {
        let marked = MarkedText(Self.same.map(\.0).joined(separator: " "))
        #expect(marked.read(by: EntityReader()) == marked.read(by: EntityReader()))
    }
}
