/// The short words around dates.
enum DateLink: Sendable, Equatable {
    case the, of, on, `in`, at, and, to, or, ago, before, after, since, until, by, from, between
    /// `over`, `during`, `within`, `for`: a length of time follows.
    case span
    /// `old`, `aged`: what stands beside it is an age.
    case age
    /// `once`, `twice`, `times`
    case times
    case article, other, about, more, than, local, time, later
    case am, pm
    /// The offset from UTC; empty where the letters mean several zones.
    case zone(String)
    /// `end`, `beginning`
    case edgeNoun
    /// `its`, `their`: a year may follow.
    case possessive
    case year
    /// `st`, `nd`, `rd`, `th`
    case ordinalEnding
    case s, t, clock, `as`

    static let table = WordTable<DateLink>(words + zones)

    private static let words: [(String, DateLink)] = [
        ("the", .the), ("of", .of), ("on", .on), ("in", .in), ("at", .at), ("and", .and), ("to", .to), ("or", .or),
        ("ago", .ago), ("before", .before), ("after", .after), ("through", .until), ("over", .span), ("during", .span),
        ("throughout", .span), ("within", .span), ("for", .span), ("old", .age), ("olds", .age), ("age", .age),
        ("aged", .age), ("ages", .age), ("other", .other), ("from", .from), ("since", .since), ("until", .until),
        ("till", .until), ("by", .by), ("between", .between), ("a", .article), ("an", .article), ("times", .times),
        ("twice", .times), ("once", .times), ("am", .am), ("pm", .pm), ("around", .about), ("about", .about),
        ("approximately", .about), ("almost", .about), ("nearly", .about), ("circa", .about), ("than", .than),
        ("more", .more), ("less", .more), ("local", .local), ("time", .time), ("earlier", .later), ("later", .later),
        ("end", .edgeNoun), ("beginning", .edgeNoun), ("start", .edgeNoun), ("middle", .edgeNoun), ("its", .possessive),
        ("their", .possessive), ("his", .possessive), ("her", .possessive), ("our", .possessive), ("year", .year),
        ("st", .ordinalEnding), ("nd", .ordinalEnding), ("rd", .ordinalEnding), ("th", .ordinalEnding), ("s", .s),
        ("t", .t), ("clock", .clock), ("as", .as),
    ]

    private static let zones: [(String, DateLink)] = [
        ("gmt", "Z"), ("utc", "Z"), ("z", "Z"), ("est", "-05:00"), ("edt", "-04:00"), ("pst", "-08:00"),
        ("pdt", "-07:00"), ("cet", "+01:00"), ("cest", "+02:00"), ("eet", "+02:00"), ("eest", "+03:00"),
        ("msk", "+03:00"), ("sast", "+02:00"), ("wat", "+01:00"), ("eat", "+03:00"), ("pkt", "+05:00"),
        ("jst", "+09:00"), ("kst", "+09:00"), ("hkt", "+08:00"), ("ist", ""), ("bst", ""), ("cst", ""), ("et", ""),
        ("hrs", ""), ("hours", ""), ("mst", "-07:00"), ("mdt", "-06:00"), ("cdt", "-05:00"), ("akst", "-09:00"),
        ("hst", "-10:00"), ("brt", "-03:00"), ("art", "-03:00"), ("clt", "-04:00"), ("west", "+01:00"),
        ("trt", "+03:00"),
        ("gst", "+04:00"), ("ict", "+07:00"), ("wib", "+07:00"), ("sgt", "+08:00"), ("myt", "+08:00"),
        ("awst", "+08:00"),
        ("aest", "+10:00"), ("aedt", "+11:00"), ("nzst", "+12:00"), ("nzdt", "+13:00"), ("pht", ""), ("ct", ""),
        ("pt", ""),
    ].map { ($0, .zone($1)) }
}
