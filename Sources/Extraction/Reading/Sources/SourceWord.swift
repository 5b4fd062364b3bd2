/// What a word means for the citing of sources.
enum SourceWord: Sendable, Equatable {
    /// `according` (to)
    case according
    /// `per`: an outlet follows.
    case per
    /// `reports`, `wrote`: an outlet stands before it.
    case report
    /// `report`, `story`: the outlet's own name stands before it.
    case piece
    /// `spoke`, `statement` (to, with)
    case speak
    /// `interview` (with, to, by)
    case interview
    /// `published`, `carried` (by)
    case publish
    /// `said`, `announced`: of an outlet only where its name shows that it is one.
    case say
    /// `told`, `tells`: an outlet may follow.
    case tell
    /// `quoted`, `cited`
    case quote
    /// `citing`, `quoting`: an outlet follows.
    case cite
    /// `Source:` at the start of a line.
    case source
    /// `press`, `information`: before `service` or `office`.
    case press
    case service
    /// `newspaper`, `broadcaster`: an outlet's name stands beside it.
    case medium
    case to, by, with, the, of, `as`, s, that, saying
    /// Before `agency` and `site`.
    case news
    /// Between an outlet and its verb: `has`, `also`.
    case auxiliary

    static let table = WordTable<SourceWord>([
        ("according", .according), ("per", .per), ("report", .piece), ("story", .piece), ("reports", .report),
        ("reported", .report),
        ("writes", .report),
        ("wrote", .report), ("reveals", .say), ("revealed", .say), ("said", .say), ("says", .say),
        ("announced", .say), ("stated", .say), ("states", .say), ("informed", .say), ("informs", .say), ("noted", .say),
        ("added", .say), ("confirmed", .say), ("told", .tell), ("tells", .tell), ("telling", .tell), ("quoted", .quote),
        ("quotes", .quote), ("cited", .quote), ("cites", .quote), ("citing", .cite), ("quoting", .cite),
        ("interview", .interview), ("spoke", .speak), ("speaking", .speak), ("speaks", .speak), ("explained", .speak),
        ("explains", .speak), ("statement", .speak), ("comments", .speak), ("remarks", .speak), ("talking", .speak),
        ("published", .publish), ("carried", .publish), ("released", .publish), ("source", .source),
        ("sources", .source), ("press", .press),
        ("information", .press),
        ("media", .press), ("service", .service), ("office", .service), ("centre", .service), ("center", .service),
        ("newspaper", .medium), ("daily", .medium), ("weekly", .medium), ("magazine", .medium),
        ("broadcaster", .medium),
        ("channel", .medium), ("website", .medium), ("portal", .medium), ("tabloid", .medium), ("outlet", .medium),
        ("site", .medium), ("agency", .medium), ("station", .medium), ("network", .medium), ("to", .to), ("by", .by),
        ("with", .with), ("for", .with), ("the", .the), ("of", .of), ("as", .as), ("s", .s), ("that", .that),
        ("saying", .saying), ("has", .auxiliary), ("had", .auxiliary), ("have", .auxiliary), ("also", .auxiliary),
        ("earlier", .auxiliary), ("previously", .auxiliary), ("first", .auxiliary), ("later", .auxiliary),
        ("news", .news),
    ])
}

/// What the words of a name say of its bearer: whether it is an outlet.
enum OutletWord: Sendable, Equatable {
    /// An agency or outlet known by this one word.
    case known
    /// `Times`, `Post`: part of an outlet's name, never the whole.
    case medium
    /// `Ministry`, `Bank`: not an outlet.
    case institution

    static let table = WordTable<OutletWord>(
        knownNames.map { ($0, .known) } + media.map { ($0, .medium) } + institutions.map { ($0, .institution) })

    /// Agencies of the world and outlets whose names do not show what they are.
    private static let knownNames = [
        "reuters", "afp", "ap", "bloomberg", "xinhua", "tass", "interfax", "kyodo", "jiji", "yonhap", "efe", "ansa",
        "dpa",
        "upi", "anadolu", "irna", "isna", "tasnim", "mehr", "antara", "bernama", "pti", "ani", "ians", "kuna", "wam",
        "qna",
        "petra", "unian", "belta", "bta", "mti", "ctk", "bns", "elta", "leta", "tanjug", "agerpres", "lusa", "belga",
        "montsame", "vna", "nhk", "kbs", "bbc", "cnn", "cnbc", "nbc", "cbs", "npr", "pbs", "abc", "msnbc", "voa", "rfi",
        "rfe", "rt", "dw", "rte", "rnz", "sabc", "skynews", "jazeera", "arabiya", "haaretz", "ynet", "politico",
        "axios",
        "forbes", "newsweek", "economist", "spiegel", "monde", "figaro", "nikkei", "asahi", "yomiuri", "mainichi",
        "folha", "globo", "clarín", "meduza", "kommersant", "vedomosti", "izvestia", "euronews", "buzzfeed", "huffpost",
        "gma", "iol", "news24", "allafrica", "prensa", "notimex", "telesur", "infobae", "mercopress", "ips", "apa",
        "nan",
        "gna", "tvn", "zdf", "ard", "orf", "aap", "ptv", "presse", "zeitung", "gazeta",
        "pravda",
        "welle", "jornal", "diario", "periódico", "wsj", "nyt", "scmp",
    ]

    private static let media = [
        "times", "post", "news", "herald", "tribune", "press", "radio", "tv", "television", "broadcasting", "gazette",
        "journal", "guardian", "telegraph", "observer", "chronicle", "standard", "star", "sun", "mirror", "express",
        "mail", "bulletin", "today", "weekly", "magazine", "media", "channel", "voice", "monitor", "independent",
        "daily",
        "newspaper", "review", "inquirer", "examiner", "dispatch", "courier", "enquirer", "sentinel", "gleaner",
        "punch",
        "vanguard", "wire", "newswire", "online",
    ]

    private static let institutions = [
        "tribunal", "constitution", "charter", "ec", "ministry", "bank", "university", "institute", "organization",
        "organisation", "council", "committee",
        "commission", "department", "court", "party", "police", "government", "association", "union", "authority",
        "fund",
        "programme", "program", "foundation", "company", "corp", "corporation", "inc", "ltd", "federation", "bureau",
        "statistics", "society", "board", "chamber", "congress", "parliament", "assembly", "nato", "un", "eu", "who",
        "fao", "imf", "unicef", "unesco", "unhcr", "fbi", "cia", "senate", "hospital", "school", "college", "army",
        "navy",
        "force", "forces", "group", "center", "centre", "kremlin", "cabinet", "house", "secretariat", "treasury",
        "league", "club", "academy", "airport", "office", "securities", "service", "services", "survey", "research",
        "embassy", "pentagon", "nasa", "undp", "oecd", "opec",
        "brexit",
        "knesset", "duma", "rada", "bundestag", "taliban", "hamas", "interpol", "act", "law", "covid",
    ]
}
