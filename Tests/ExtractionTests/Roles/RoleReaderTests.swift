import Annotation
import Testing

@testable import Extraction

@Suite struct RoleReaderTests {
    /// A text, then its roles as `holder: words of the office / office`.
    static let roles: [(String, [String])] = [
        (
            "{LOC:Poland}'s Defence Minister {PERSON:Anna Nowak} left.",
            ["Anna Nowak: Poland's Defence Minister / Defence Minister"]
        ),
        (
            "{PERSON:Anna Nowak}, {NORP:Polish} defence minister, left.",
            ["Anna Nowak: Polish defence minister / defence minister"]
        ),
        (
            "{PERSON:Anna Nowak}, 62, the former minister of trade and industry, left.",
            ["Anna Nowak: former minister of trade and industry / former minister of trade and industry"]
        ),
        (
            "The secretary general of {ORG:OPEC}, {PERSON:Omar Haddad}, spoke.",
            ["Omar Haddad: secretary general of OPEC / secretary general"]
        ),
        (
            "{ORG:OPEC} Secretary General {PERSON:Omar Haddad} spoke.",
            ["Omar Haddad: OPEC Secretary General / Secretary General"]
        ),
        ("{ORG:Acme} chief {PERSON:Li Wei} spoke.", ["Li Wei: Acme chief / chief"]),
        (
            "{PERSON:Li Wei}, CEO of {ORG:Acme} and chairman of {ORG:Bolt}, spoke.",
            ["Li Wei: CEO of Acme / CEO", "Li Wei: chairman of Bolt / chairman"]
        ),
        ("{PERSON:Li Wei}, who heads {ORG:Acme}, spoke.", ["Li Wei: heads Acme / heads"]),
        (
            "He met Brigadier General of Justice {PERSON:Oleg Ivanenko}.",
            ["Oleg Ivanenko: Brigadier General of Justice / Brigadier General of Justice"]
        ),
        (
            "Chief of the {ORG:Polish General Staff}, General {PERSON:Jan Wilk}, came.",
            ["Jan Wilk: Chief of the Polish General Staff / Chief", "Jan Wilk: General / General"]
        ),
        (
            "Presidents {PERSON:Ana Ruiz} and {PERSON:Juan Paz} met.",
            ["Ana Ruiz: Presidents / Presidents", "Juan Paz: Presidents / Presidents"]
        ),
        (
            "Ministers {PERSON:Ana Ruiz} of {LOC:Peru} and {PERSON:Juan Paz} of {LOC:Chile} met.",
            ["Ana Ruiz: Ministers / Ministers", "Juan Paz: Ministers / Ministers"]
        ),
        (
            "{PERSON:Ana Ruiz} and {PERSON:Juan Paz}, founders of {ORG:Acme}, met.",
            ["Ana Ruiz: founders of Acme / founders", "Juan Paz: founders of Acme / founders"]
        ),
        (
            "{PERSON:Ana Ruiz} was appointed as deputy governor of {LOC:Jujuy} on Monday.",
            ["Ana Ruiz: deputy governor of Jujuy / deputy governor"]
        ),
        ("{PERSON:Ana Ruiz} is the acting mayor of {LOC:Lima}.", ["Ana Ruiz: acting mayor of Lima / acting mayor"]),
        ("They named {PERSON:Ana Ruiz} prime minister.", ["Ana Ruiz: prime minister / prime minister"]),
        (
            "Foreign Minister and alternate Prime Minister {PERSON:Dan Levi} spoke.",
            [
                "Dan Levi: Foreign Minister / Foreign Minister",
                "Dan Levi: alternate Prime Minister / alternate Prime Minister",
            ]
        ),
        (
            "As governor of {LOC:Lagos}, {PERSON:Bola Ade}, now 70, built roads.",
            ["Bola Ade: governor of Lagos / governor"]
        ),
        (
            "The Minister of Agriculture and Light Industry {PERSON:B. Bat} spoke.",
            ["B. Bat: Minister of Agriculture and Light Industry / Minister of Agriculture and Light Industry"]
        ),
        (
            "Secretary-General of the {ORG:Gulf Council} ({ORG:GC}) Dr. {PERSON:Nayef Ali} spoke.",
            ["Nayef Ali: Secretary-General of the Gulf Council (GC) / Secretary-General"]
        ),
        ("Its president, {PERSON:Henri Lind}, agreed.", ["Henri Lind: president / president"]),
        (
            "The most senior officer is Major General {PERSON:Fatuma Noor}.",
            ["Fatuma Noor: senior officer / senior officer", "Fatuma Noor: Major General / Major General"]
        ),
        ("{PERSON:Md Rahman}, MP, spoke.", ["Md Rahman: MP / MP"]),
        (
            "Oba {PERSON:Ewuare} and Inspector-General {PERSON:Musa Bello} met.",
            ["Ewuare: Oba / Oba", "Musa Bello: Inspector-General / Inspector-General"]
        ),
        (
            "{PERSON:Sara Amin}, a researcher at {ORG:Kabul University}, spoke.",
            ["Sara Amin: researcher at Kabul University / researcher"]
        ),
        (
            "As governor of {LOC:Lagos}, {PERSON:Bola Ade} built roads.",
            ["Bola Ade: governor of Lagos / governor"]
        ),
        ("{PERSON:Bola Ade}'s role as chief justice ended.", ["Bola Ade: chief justice / chief justice"]),
        ("He replaced {PERSON:Bola Ade} as interior minister.", ["Bola Ade: interior minister / interior minister"]),
        ("{PERSON:Bola Ade} stepped down as interior minister.", ["Bola Ade: interior minister / interior minister"]),
        ("The President, His Highness Sheikh {PERSON:Zayed Noor}, spoke.", ["Zayed Noor: President / President"]),
        (
            "{ORG:Acme} Director Professor {PERSON:Bola Ade} spoke.",
            ["Bola Ade: Acme Director / Director", "Bola Ade: Professor / Professor"]
        ),
        ("A {ORG:WHO} spokesman, {PERSON:Bola Ade}, said so.", ["Bola Ade: WHO spokesman / spokesman"]),
        ("{PERSON:Bola Ade}, {PERSON:Ana Ruiz}'s lawyer, said so.", ["Bola Ade: lawyer / lawyer"]),
        ("It was handed to President {PERSON:Bola Ade}.", ["Bola Ade: President / President"]),
        (
            "{ORG:Acme} Chief Executive and Executive Chairman designate, {PERSON:Bola Ade} this week spoke.",
            [
                "Bola Ade: Acme Chief Executive / Chief Executive",
                "Bola Ade: Executive Chairman designate / Executive Chairman designate",
            ]
        ),
        (
            "With this, as announced by Finance Minister, {PERSON:Bola Ade} in May, taxes fall.",
            ["Bola Ade: Finance Minister / Finance Minister"]
        ),
        (
            "Minister Counselors {PERSON:Eva Ruiz} and {PERSON:Bola Ade} left.",
            [
                "Eva Ruiz: Minister Counselors / Minister Counselors",
                "Bola Ade: Minister Counselors / Minister Counselors",
            ]
        ),
        (
            "Then-secretary of commerce {PERSON:Bola Ade} left.",
            ["Bola Ade: Then-secretary of commerce / Then-secretary of commerce"]
        ),
        (
            "{ORG:Road Safety Agency} ({ORG:RSA}) spokesperson {PERSON:Bola Ade} spoke.",
            ["Bola Ade: Road Safety Agency (RSA) spokesperson / spokesperson"]
        ),
        (
            "{ORG:Acme Mobile Marketing Manager}, {PERSON:Ana Ruiz} said so.",
            ["Ana Ruiz: Acme Mobile Marketing Manager / Marketing Manager"]
        ),
        (
            "{PERSON:Bola Ade} was born in {LOC:Lagos}. He was a member of the {ORG:Labour Party}.",
            ["Bola Ade: member of the Labour Party / member"]
        ),
        (
            "{PERSON:Bola Ade} was in court over his four-year term as president of the {ORG:Boxing Union}.",
            ["Bola Ade: president of the Boxing Union / president"]
        ),
        (
            "It was taken by general {PERSON:Bola Ade} and Ex-Prime Minister {PERSON:Ana Ruiz}.",
            ["Bola Ade: general / general", "Ana Ruiz: Ex-Prime Minister / Ex-Prime Minister"]
        ),
        (
            "Thanks to the President, His Highness Sheikh {PERSON:Omar Noor}, trade grows.",
            ["Omar Noor: President / President"]
        ),
        (
            "They charged a former {LOC:Lagos} Governor, Senator {PERSON:Bola Ade} in May.",
            ["Bola Ade: former Lagos Governor / Governor", "Bola Ade: Senator / Senator"]
        ),
        (
            "The Under Secretary and President {PERSON:Ana Ruiz} met.", ["Ana Ruiz: President / President"]
        ),
        (
            "The post goes to {PERSON:Ana Ruiz}, who is also to take over as head of {ORG:Acme}, spokesman {PERSON:Bola Ade} said.",
            ["Ana Ruiz: head of Acme / head", "Bola Ade: spokesman / spokesman"]
        ),
        (
            "{PERSON:Bola Ade}, {PERSON:Ana Ruiz} and {PERSON:Juan Paz}, all {LOC:Lagos} MPs, left.",
            ["Bola Ade: Lagos MPs / MPs", "Ana Ruiz: Lagos MPs / MPs", "Juan Paz: Lagos MPs / MPs"]
        ),
        (
            "Interior Minister {ORG?:Anan Paoja} left.",
            ["Anan Paoja: Interior Minister / Interior Minister"]
        ),
        (
            "{PERSON:Bola Ade} was {LOC:Chile}'s longest-serving prime minister.",
            ["Bola Ade: prime minister / prime minister"]
        ),
        (
            "President {PERSON:Ana Ruiz} met {NORP:Polish} President {PERSON:Jan Wilk}. {LOC:Chile} agreed. The {NORP:Chilean} President left.",
            [
                "Ana Ruiz: President / President", "Jan Wilk: Polish President / President",
                "Ana Ruiz: Chilean President / President",
            ]
        ),
        (
            "{PERSON:Bola Ade}, head of the {ORG:Labour Party}, left. The {ORG:Labour Party} president is ill.",
            ["Bola Ade: head of the Labour Party / head", "Bola Ade: Labour Party president / president"]
        ),
    ]

    @Test("an office goes to the holder whom the text names", arguments: roles)
    func holders(_ marked: String, _ expected: [String]) {
        let annotation = MarkedText(marked).read(by: EntityReader(), OfficeReader(), QuoteReader(), RoleReader())
        #expect(
            annotation.roles.map { "\(annotation.name(of: $0.holder) ?? ""): \($0.text) / \($0.office)" } == expected)
    }

    static let unheld = [
        "The {ORG:LHP} President and the leaders praised {PERSON:Anna Nowak}.",
        "{PERSON:Anna Nowak} met the president of {LOC:Chile}.",
        "After meeting the president, {PERSON:Anna Nowak} left.",
        "{PERSON:Anna Nowak} told the minister that it was late.",
        "{PERSON:Anna Nowak}'s general view, a major one, is private.",
        "{PERSON:Anna Nowak} wants to head to {LOC:Lima}.",
        "{PERSON:Anna Nowak} sat in the chair.",
        "{PERSON:Anna Nowak} came to judge {PERSON:Ivo Ozols}.",
        "{PERSON:Anna Nowak} is tall. She is a teacher.",
        "{PERSON:Anna Nowak} said ministers of {LOC:Peru} met.",
        "{PERSON:Iza}, president of {ORG:Conaie}, and the former president spoke.",
    ]

    @Test("an office without a named holder goes to nobody", arguments: unheld)
    func nobody(_ marked: String) {
        let annotation = MarkedText(marked).read(by: EntityReader(), OfficeReader(), QuoteReader(), RoleReader())
        #expect(annotation.roles.filter { $0.text != "president of Conaie" } == [])
    }

    @Test("a role has the organisation, or the country of the nationality, the possessor or the organisation")
    func ofWhat() {
        let annotation = MarkedText(
            "{NORP:Polish} Minister {PERSON:Anna Nowak}, {LOC:Chile}'s envoy {PERSON:Juan Paz}, {ORG:Ukrainian Navy} chief {PERSON:Oleg Ivanenko} met."
        ).read(by: EntityReader(), OfficeReader(), QuoteReader(), RoleReader())
        #expect(annotation.roles.map(\.country) == ["PL", "CL", "UA"])
        #expect(annotation.roles.map { annotation.name(of: $0.organization) } == [nil, nil, "Ukrainian Navy"])
    }

    @Test("two spellings of a last name under one title are one person")
    func oneTitle() {
        let annotation = MarkedText(
            "Colonel {PERSON:Ivan Dubov} came. Later Colonel {PERSON:Dubiv} and Colonel {PERSON:Karpov} left."
        ).read(
            by: EntityReader(), OfficeReader(), QuoteReader(), RoleReader())
        #expect(annotation.clusters == [["Dubiv", "Ivan Dubov"], ["Karpov"]])
    }

    /// A text and whom its last nominal or pronoun mention stands for; nil where nothing is certain.
    static let references: [(String, String, String?)] = [
        (
            "{LOC:Peru}'s foreign minister {PERSON:Ana Ruiz} agreed. ‘It is time,’ the minister said.", "the minister",
            "Ana Ruiz"
        ),
        (
            "Deputy of Defense of {LOC:Peru}, General {PERSON:Juan Paz} came. The Deputy Minister of Defense left.",
            "The Deputy Minister of Defense", "Juan Paz"
        ),
        (
            "{NORP:Polish} Minister {PERSON:Anna Nowak} and {NORP:Latvian} Minister {PERSON:Ivo Ozols} met. The {NORP:Latvian} politician left.",
            "The Latvian politician", "Ivo Ozols"
        ),
        (
            "{NORP:Polish} Minister {PERSON:Anna Nowak} and {NORP:Latvian} Minister {PERSON:Ivo Ozols} met. The minister left.",
            "The minister", nil
        ),
        ("Minister {PERSON:Anna Nowak} came. The deputy minister left.", "The deputy minister", nil),
        ("Minister {PERSON:Anna Nowak} came. The Chilean foreign minister left.", "foreign minister", nil),
        ("{PERSON:Anna Nowak} came. She left.", "She", "Anna Nowak"),
        ("{PERSON:Anna Nowak} met {PERSON:Ivan Petrov}. He left.", "He", "Ivan Petrov"),
        ("{PERSON:Anna Nowak} came. He left.", "He", nil),
        ("{PERSON:Kim Lo} met a woman. She left.", "She", nil),
        ("{PERSON:Kim Lo} and {PERSON:Lu Ma} met, and she left.", "she", nil),
        ("“I asked General {PERSON:Ivan Petrov} and told him,” said {PERSON:Omar Haddad}.", "him", "Ivan Petrov"),
        ("{PERSON:Omar Haddad} came. “I asked {PERSON:Ivan Petrov},” he said.", "he", "Omar Haddad"),
        ("Minister {PERSON:Anna Nowak} came. “The minister is ill,” a doctor said. His Excellency left.", "His", nil),
    ]

    @Test("nominal mentions and pronouns stand for a person only where one can be meant", arguments: references)
    func refers(_ marked: String, _ words: String, _ name: String?) {
        let annotation = MarkedText(marked).read(by: EntityReader(), OfficeReader(), QuoteReader(), RoleReader())
        let mention = annotation.mentions.last { $0.text == words && $0.kind != .name }
        #expect(annotation.name(of: mention?.entity) == name)
    }

    @Test(
        "a long text of offices and pronouns alone is read through",
        arguments: [
            "the president ", "his role as ", "he was president ", "minister and ", "as president, ",
            "the Acme (AC) chief ",
        ])
    func pathological(piece: String) {
        let annotation = MarkedText("{PERSON:Ana Ruiz}, head of {ORG:Acme}, " + String(repeating: piece, count: 10_000))
            .read(by: EntityReader(), OfficeReader(), QuoteReader(), RoleReader())
        #expect(annotation.roles.allSatisfy { $0.end <= 200_000 })
    }

    @Test("mentions of all kinds are in order of start")
    func order() {
        let annotation = MarkedText("Minister {PERSON:Anna Nowak} came. She spoke. The minister and {LOC:Peru} agree.")
            .read(
                by: EntityReader(), OfficeReader(), QuoteReader(), RoleReader())
        #expect(annotation.mentions.map(\.start) == annotation.mentions.map(\.start).sorted())
        #expect(annotation.mentions.map(\.kind) == [.name, .pronoun, .nominal, .name])
    }
}
