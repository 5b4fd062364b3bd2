/// The words of offices in the news of the world, and the small words around them.
enum OfficeLexicon {
    static let table = TagTable(words)

    /// The tags of each word; a word of several lists has the tags of all.
    private static let words: [String: WordTags] = {
        var words: [String: WordTags] = [:]
        for (tags, list) in heads {
            for word in list.split(whereSeparator: \.isWhitespace).map(String.init) {
                words[word, default: []].formUnion(tags.union(.head))
                guard !tags.contains(.capitalOnly) else { continue }
                words[plural(of: word), default: []].formUnion(tags.union([.head, .plural]))
            }
        }
        for (tags, list) in SmallWords.lists + modifiers {
            for word in list.split(whereSeparator: \.isWhitespace) { words[String(word), default: []].formUnion(tags) }
        }
        return words
    }()

    private static func plural(of word: String) -> String {
        if word.hasSuffix("man"), word != "talisman", word != "ottoman" { return word.dropLast(3) + "men" }
        if word.hasSuffix("woman") { return word.dropLast(5) + "women" }
        if word.hasSuffix("y"), !word.hasSuffix("ey") { return word.dropLast() + "ies" }
        if word.hasSuffix("ch") || word.hasSuffix("s") { return word + "es" }
        return word + "s"
    }

    private static let heads: [(WordTags, String)] = [
        (
            .political,
            """
            minister president premier chancellor governor mayor senator prime-minister vice-president vice-minister
            president-elect co-president vice-premier undersecretary under-secretary secretary-general treasurer
            counselor minister-counselor minster councillor councilor councilman alderman commissioner intendant prefect ombudsman comptroller ruler dictator taoiseach tanaiste speaker
            administrator ex-president ex-minister ex-governor president-designate deputy-president vice-governor
            deputy-governor regent supremo politburo counsellor lieutenant-governor governor-general governor-elect
            auditor-general attorney-general solicitor-general minister-president mayor-elect whip co-chair
            """
        ),
        ([.political, .female], "chairwoman councilwoman ministress mayoress"),
        ([.political, .male], "chairman vice-chairman co-chairman"),
        (
            [.political, .weak],
            "protector in-charge incharge negotiator mediator rapporteur auditor clerk patron warden ranger "
                + "counterpart aide secretary leader head chair chairperson chief adviser advisor official deputy representative boss"
        ),
        (
            [.political, .weak],
            "candidate member delegate co-leader vice-chair vice-chairperson frontrunner contender nominee"
        ),
        (
            [.political, .capitalOnly],
            "pm dpm cm ag dg sarpanch panglima datuk-bandar mec mmda mce dce wali raila jp secgen"
        ),
        (.legislative, "congressman lawmaker-elect parliamentarian legislator lawmaker backbencher assemblyman"),
        ([.legislative, .female], "congresswoman assemblywoman"),
        ([.legislative, .capitalOnly], "mp mps mla mlas mk mks mep meps mna mnas mlc rep reps sen sens mhk msp"),
        ([.political, .capitalOnly], "gov pres"),
        (
            .diplomatic,
            """
            ambassador envoy consul diplomat high-commissioner nuncio consul-general attache attaché plenipotentiary
            ambassador-designate aide-de-camp
            """
        ),
        ([.diplomatic, .weak], "counsellor"),
        (
            .business,
            """
            executive vice-chancellor co-founder cofounder founder director-general managing-director financier
            co-director co-owner
            """
        ),
        (
            [.business, .weak],
            "director manager owner coordinator co-ordinator supervisor strategist consultant publisher proprietor partner"
        ),
        ([.business, .capitalOnly], "ceo cfo coo cto cio md gm vp evp svp coo ceos"),
        (
            [.military],
            """
            commander colonel brigadier admiral lieutenant corporal sergeant commodore marshal commander-in-chief warlord
            lieutenant-general major-general lieutenant-colonel brigadier-general vice-admiral rear-admiral field-marshal
            commandant cosmonaut generalissimo
            """
        ),
        (
            [.military, .capitalOnly],
            """
            general major captain private gen lt maj capt col sgt cpl brig adm cmdr lieut pte comdt wo airman brig-gen lt-gen
            maj-gen lt-col ltgen majgen
            """
        ),
        (
            .police,
            """
            inspector superintendent constable sheriff detective inspector-general sub-inspector subinspector
            officer-in-charge policeman policewoman
            """
        ),
        ([.police, .weak], "officer investigator spokesofficer"),
        (
            [.police, .capitalOnly],
            "insp supt asi si sp dsp dysp dig igp ig dcp acp ssp cp oc dgp adgp sho asp csp det dpp"
        ),
        (
            .judicial,
            """
            judge magistrate prosecutor attorney advocate lawyer barrister solicitor notary jurist registrar
            magistrate-judge coroner chief-justice procurator counsel
            """
        ),
        ([.judicial, .capitalOnly], "justice j cj atty adv qc kc sc"),
        (
            .religious,
            """
            bishop archbishop cardinal pope rabbi patriarch imam priest pastor reverend mufti ayatollah abbot deacon
            metropolitan lama archdeacon vicar chaplain monsignor moderator
            """
        ),
        ([.religious, .capitalOnly], "rev fr father bro sister apostle prophet swami seer"),
        (
            .academic,
            """
            professor rector dean lecturer researcher scientist economist historian epidemiologist virologist sociologist
            political-scientist provost principal headmaster headmistress academic scholar engineer psychologist
            archaeologist biologist climatologist meteorologist anthropologist
            """
        ),
        ([.academic, .weak], "fellow analyst expert teacher chairholder curator physician surgeon"),
        ([.academic, .capitalOnly], "prof"),
        (
            [.royal],
            "emperor sultan emir monarch crown-prince maharaja chieftain paramount-chief nawab viceroy"
        ),
        (
            [.royal, .capitalOnly, .male],
            "king prince amir caliph oba emir ooni sheik khedive tsar czar raja duke earl baron igwe eze nana alake sarkin mangosuthu kabaka omukama"
        ),
        ([.royal, .capitalOnly, .female], "queen princess empress duchess countess baroness sheikha"),
        ([.sport], "coach manager-coach captain skipper referee umpire trainer vice-captain selector"),
        ([.sport, .weak], "head-coach"),
        ([.media], "editor editor-in-chief journalist correspondent reporter columnist anchor"),
        ([.political], "spokesperson spokespeople press-secretary"),
        ([.political, .male], "spokesman businessman"),
        ([.political, .female], "spokeswoman businesswoman"),
        ([.political, .weak], "convener convenor organiser organizer trustee"),
    ]

    private static let modifiers: [(WordTags, String)] = [
        (.rankPrefix, "lieutenant lt major maj brigadier brig sub vice rear first second"),
        (.deputy, "vice-president vice-premier vice-minister vice-governor vice-chairman vice-chair undersecretary"),
        (.deputy, "under-secretary deputy-president deputy-governor vice-chancellor vice-captain vice-chairperson"),
        ([.plural], "mps mlas mks meps mnas reps sens ceos"),
        ([.modifier, .deputy], "deputy vice assistant sub associate junior joint additional"),
        (
            .modifier,
            "prime chief senior general managing executive lead principal first second third supreme permanent"
        ),
        (
            .modifier,
            """
            national federal regional provincial state local city municipal district county central presidential
            parliamentary congressional senate cabinet government party opposition minority majority ruling special
            high honorary crown grand inspector attorney solicitor press media political military naval air army navy
            police royal vice-presidential field lieutenant brigadier major rear staff supreme-court court attending
            human rights shadow alternate non-executive independent technical operational operations creative editorial
            artistic musical financial commercial corporate administrative legal medical clinical academic head team
            club squad under-20 u-20 women's men's board group company community village town mayoral gubernatorial
            union republican democratic liberal conservative labour labor socialist communist green far-right left-wing
            spiritual rebel guerrilla guerilla faction tribal traditional paramount world global international bureau
            operating people revenue growth investor customer working branch division department ministry agency bank university college school institute company-wide campaign
            election electoral border coast coastguard customs prison prisons fire rescue search emergency disaster
            counter-terrorism counterterrorism security-service star long-time longtime veteran retired emeritus
            founding co-founding co-managing area zonal zone sector station chapter committee council commission
            """
        ),
        (
            .field,
            """
            finance defense defence foreign interior home health education justice trade commerce economy economic economics
            energy environment environmental agriculture agricultural transport transportation labour labor employment
            culture cultural tourism sport sports youth science technology information communication communications
            planning development infrastructure housing water mining mines petroleum oil gas power electricity industry
            industrial fisheries forestry forests land lands rural urban railway railways aviation shipping maritime
            security intelligence immigration treasury budget revenue tax taxation welfare social affairs family women
            gender children veterans religious religion external internal relations cooperation integration diaspora
            expatriates digital innovation research investment privatisation privatization procurement works public
            services service resources natural human personnel administration local governance decentralization
            reconciliation reconstruction climate change food nutrition livestock animal wildlife parks heritage arts
            broadcasting telecommunications posts media logistics supply marketing sales programme program policy strategy
            strategic compliance risk audit legal litigation counter narcotics drug drugs crime criminal anti-corruption
            corruption homeland civil emergency consumer insurance banking markets market equity property real estate
            engineering medicine physics chemistry history linguistics sociology psychology law laws nursing surgery
            epidemiology biology football cricket rugby basketball tennis athletics hockey baseball volleyball judo
            armed forces naval military defence-production law-enforcement european international humanitarian refugee
            refugees migration population statistics elections peace war nuclear atomic space aerospace cyber
            cybersecurity data product production quality manufacturing business enterprise enterprises entrepreneurship
            small medium micro skills training higher secondary primary basic tertiary vocational indigenous minority
            minorities tribal parliamentary constitutional constitution liaison protocol chancery commercial consumer-affairs
            rehabilitation relief management mineral minerals coal steel textiles steel forestry cooperatives roads road
            highways ports port irrigation sanitation hydrocarbons biodiversity conservation petroleum-resources nutrition
            light heavy invalids
            """
        ),
        (.postfix, "general elect designate emeritus in-charge pro-tempore emerita apparent plenipotentiary superior"),
        (
            .state,
            "former ex acting interim caretaker outgoing incoming onetime one-time ousted deposed retired erstwhile"
        ),
        (
            .passing,
            """
            new newly current incumbent then late then- longtime long-time long-serving longest-serving veteran powerful
            influential country's world's own popular prominent renowned leading controversial reelected re-elected
            newly-elected newly-appointed recently elected appointed present previous long-ruling hardline embattled
            disgraced jailed exiled one-time top-ranking outspoken noted famous respected young same key top ailing
            """
        ),
        ([.modifier, .deputy, .field], "associate"),
    ]
}
