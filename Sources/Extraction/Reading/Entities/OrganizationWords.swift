/// The words of names of organisations, places and events that rules know.
enum OrganizationWords {
    /// Words that carry no meaning of their own in a name.
    static let function = words(
        """
        of the for and in on at to a an de la le les des du da do das dos del y e et und der die das von van s
        """)

    /// Legal forms at the end of a company's name.
    static let legalForms = words(
        "inc incorporated ltd limited corp corporation co company plc llc gmbh ag sa nv bv spa pte pvt pty bhd sdn oyj ab as"
    )

    /// Heads that may stand for the whole name under a definite article: `the Confederation`.
    static let heads = words(
        """
        academy administration agency alliance army assembly association authority bank bloc board bureau cabinet center
        chamber church city coalition college command commission commonwealth community company confederation conference
        congress consortium convention corporation council court defense department directorate district duma embassy
        exchange fed federation firm force forces forum foundation front fund garrison group guard guild hospital house
        inquiry inspectorate institute institution joint kingdom league legislature library mission ministry movement
        museum network office organization panel parliament party police prefecture prison prosecutor rada republic school
        secretariat senate service society state station summit supreme syndicate team trust tribunal union university
        airport bridge cathedral mosque park port stadium tower temple championship cup festival games marathon olympics
        tournament war agreement treaty accord pact constitution zone province region island
        """)

    /// Heads of bodies and events that belong to another: `World Athletics Council` is not `World Athletics`.
    static let partHeads = words(
        """
        council committee commission board congress academy foundation institute university college hospital school stadium
        airport park cup championship league games court unit department ministry parliament summit forum union association
        """)

    /// Heads of the bodies of a state: a country before them is part of what they are.
    static let governmentHeads = words(
        """
        ministry parliament army forces military government police senate court council assembly navy cabinet guard
        command directorate treasury embassy secretariat office department duma marines agency staff congress
        """)

    /// One word for several that mean the same in a name.
    static let synonyms: [String: String] = [
        "defence": "defense", "centre": "center", "organisation": "organization", "labour": "labor",
        "programme": "program", "intl": "international", "dept": "department", "univ": "university",
        "assn": "association",
        "govt": "government", "theatre": "theater", "harbour": "harbor", "countries": "states", "nations": "states",
    ]

    /// Heads of well-known bodies whose short name does not have the word: NATO is `the Alliance`.
    static let knownHeads: [String: [String]] = ["nato": ["alliance"], "eu": ["union", "bloc"]]

    /// What can be left out of a place's name: `Jujuy province` is `Jujuy`.
    static let placeHeads = words(
        """
        city province state region district county governorate oblast prefecture municipality republic canton voivodeship
        desert island
        """
    )

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
