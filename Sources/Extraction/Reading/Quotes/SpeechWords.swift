/// What a word can do around a quotation, looked up once for each token.
struct SpeechRole: OptionSet, Sendable {
    let rawValue: UInt32

    /// A finite verb of saying: `said`, `warned`.
    static let says = SpeechRole(rawValue: 1 << 0)
    /// A participle of saying, whose subject is that of its sentence: `adding`.
    static let saying = SpeechRole(rawValue: 1 << 1)
    /// A verb by which one outlet passes on the words of another: `quoted`, `cited`.
    static let quotes = SpeechRole(rawValue: 1 << 2)
    /// A verb of reporting: its subject is the source where somebody else speaks.
    static let reports = SpeechRole(rawValue: 1 << 3)
    /// A verb of saying that takes what is said as its object: `stressed the importance`.
    static let takesObject = SpeechRole(rawValue: 1 << 4)
    static let he = SpeechRole(rawValue: 1 << 5)
    static let she = SpeechRole(rawValue: 1 << 6)
    /// Pronouns that may stand for one or many: `they`, `it`.
    static let they = SpeechRole(rawValue: 1 << 7)
    static let who = SpeechRole(rawValue: 1 << 8)
    /// Articles and demonstratives that begin a definite noun phrase.
    static let definite = SpeechRole(rawValue: 1 << 9)
    static let indefinite = SpeechRole(rawValue: 1 << 10)
    static let preposition = SpeechRole(rawValue: 1 << 11)
    /// Words that begin another clause.
    static let clause = SpeechRole(rawValue: 1 << 12)
    static let that = SpeechRole(rawValue: 1 << 13)
    /// Auxiliaries and adverbs between a subject and its verb.
    static let filler = SpeechRole(rawValue: 1 << 14)
    /// A finite verb as any clause has one.
    static let finite = SpeechRole(rawValue: 1 << 15)
    /// A pronoun that a clause begins with.
    static let subject = SpeechRole(rawValue: 1 << 16)
    /// Nouns for a person by what they do: `politician`, `minister`.
    static let person = SpeechRole(rawValue: 1 << 17)
    /// Nouns for those who speak for somebody else: `spokesman`, `lawyer`.
    static let deputy = SpeechRole(rawValue: 1 << 18)
    /// Nouns for an office that speaks as the person whose it is: `office`, `press`.
    static let office = SpeechRole(rawValue: 1 << 19)
    static let male = SpeechRole(rawValue: 1 << 20)
    static let female = SpeechRole(rawValue: 1 << 21)
    static let told = SpeechRole(rawValue: 1 << 22)
    static let according = SpeechRole(rawValue: 1 << 23)
    static let possessive = SpeechRole(rawValue: 1 << 24)
    static let adverb = SpeechRole(rawValue: 1 << 25)
    /// Words that may join parts of one clause: `and`.
    static let joiner = SpeechRole(rawValue: 1 << 26)
    /// Possessive pronouns: `his lawyer` is somebody else.
    static let owned = SpeechRole(rawValue: 1 << 28)
    /// Nouns for an organisation by what it is: `ministry`.
    static let body = SpeechRole(rawValue: 1 << 29)
    /// Nouns for what an organisation or a person issues in writing: `statement`.
    static let document = SpeechRole(rawValue: 1 << 30)
    /// Verbs that report what was said only with `that`: `continued`, `asked`.
    static let needsThat = SpeechRole(rawValue: 1 << 27)

    static let pronoun: SpeechRole = [.he, .she, .they]
    static let cue: SpeechRole = [.says, .saying, .reports]
}

/// The words around quotations, written for this project.
enum SpeechWords {
    static let roles: [UInt64: SpeechRole] = {
        var roles: [UInt64: SpeechRole] = [:]
        for (role, words) in lists {
            for word in ByteHash.set(words) { roles[word, default: []].insert(role) }
        }
        return roles
    }()

    private static let lists: [(SpeechRole, String)] = [
        (.says, says), (.says, otherSays), (.saying, saying), (.takesObject, takesObject),
        (.quotes, "quoted quotes quote cited cites cite quoting citing"),
        (
            .reports,
            "reported reports report writes wrote published publishes повідомляє повідомляють передає пише пишет сообщает передает"
        ),
        (.told, "told tells tell"),
        (.he, "he він он"), (.she, "she вона она"), (.they, "they it вони они"),
        (.who, "who whom which який яка которая который"),
        (.definite, "the this that these those its"), (.owned, "his her their my our"),
        (.indefinite, "a an one some another"),
        (
            .preposition,
            "of for to by with from in on at about against during after before over under into since until as near via"
        ),
        (
            .clause,
            "and but while whereas because when where if although though after before since as than so unless until"
        ),
        (
            .body,
            """
            ministry embassy agency company firm party police commission committee council court department government group \
            organization organisation association federation union bank bureau authority army navy military force forces institute \
            university hospital parliament senate board club team airline regulator watchdog network newspaper channel broadcaster \
            charity foundation fund centre center office alliance movement outlet
            """
        ),
        (
            .document,
            "statement release letter communique communiqué notice memo memorandum tweet post message petition circular report affidavit decree order notification"
        ),
        (.joiner, "and but or as than"),
        (
            .needsThat,
            """
            continue continues continued asked asks urged urges agreed agrees spoke speaks read \
            reads posted posts responded responds replied replies answered answers commented \
            comments told tells tell described describes assured assures informed informs reminded \
            joked called expressed expresses thinks hopes pointed points
            """
        ),
        (.that, "that що что що"),
        (
            .filler,
            "has had have also then later further however himself herself again already once just still even too was were is"
        ),
        (
            .adverb,
            "also then later further again recently today yesterday earlier meanwhile monday tuesday wednesday thursday friday saturday sunday"
        ),
        (
            .finite,
            """
            is are was were am be been has have had will would can could should shall must may might do does did 's 're 'll 've 'm 'd \
            isn't aren't wasn't weren't don't doesn't didn't can't cannot couldn't won't wouldn't shouldn't haven't hasn't hadn't let let's \
            need needs want wants know think believe hope see feel look make makes take takes get got go goes went come comes came give \
            gives say says said made took saw felt remain remains became become becomes knew thought need needed wanted є було буде були
            """
        ),
        (
            .subject,
            "i we you he she it they there i'm we're it's я ми ви ти він вона воно вони це мы вы он она они это"
        ),
        (.person, person),
        (
            .deputy,
            "spokesman spokeswoman spokesperson spokespeople aide aides lawyer lawyers attorney representative representatives adviser advisor ally allies friend relative mother father wife husband son daughter brother sister family supporters supporter речник речниця"
        ),
        (
            .office,
            "office press service administration secretariat chancellery headquarters bureau офіс пресслужба пресслужбі"
        ),
        (
            .male,
            "mr mr. sir lord king prince brother father spokesman chairman he him his himself husband son imam congressman councilman businessman policeman"
        ),
        (
            .female,
            "ms ms. mrs mrs. miss lady queen princess sister mother spokeswoman chairwoman she her hers herself wife daughter congresswoman councilwoman businesswoman madam dame actress"
        ),
        (.according, "according"),
        (.possessive, "'s ’s"),
    ]

    private static let says = """
        said says say told tells tell added adds add noted notes note stated states state emphasized emphasised emphasizes emphasises \
        stressed stresses warned warns tweeted tweets wrote writes posted posts announced announces claimed claims argued argues explained \
        explains insisted insists declared declares asserted asserts affirmed affirms confirmed confirms replied replies responded responds \
        answered answers asked asks commented comments remarked remarks observed observes recalled recalls reminded reminds continued \
        continues concluded concludes admitted admits acknowledged acknowledges conceded concedes denied denies revealed reveals disclosed \
        discloses pointed points underlined underlines underscored underscores highlighted highlights reiterated reiterates repeated repeats \
        mentioned mentions suggested suggests complained complains lamented laments joked jokes quipped quips shouted shouts cried \
        whispered exclaimed urged urges vowed vows pledged pledges promised promises predicted predicts estimated estimates testified \
        testifies alleged alleges maintained maintains contended contends cautioned cautions advised advises assured assures \
        reasoned recounted recounts described describes expressed expresses agreed agrees believes thinks hopes fears hailed hails \
        praised praises criticized criticised slammed slams condemned condemns demanded demands proclaimed proclaims proposed \
        outlined outlines reaffirmed reaffirms reassured clarified clarifies elaborated informed informs indicated indicates \
        boasted mused muses wondered wonders opined opines stipulated quipped recommended recommends summed sums reads read questioned queried quizzed reflected suggests stresses argues hinted \
        lauded welcomed thundered sighed laughed grumbled cautions adds \
        spoke speaks called echoed echoes reported reports
        """

    private static let otherSays = """
        сказав сказала сказали каже кажуть заявив заявила заявили заявляє зазначив зазначила зазначили зазначає додав додала додали додає \
        повідомив повідомила повідомили підкреслив підкреслила підкреслили наголосив наголосила наголосили наголошує пояснив пояснила \
        пояснили розповів розповіла розповіли написав написала написали пише відповів відповіла запевнив запевнила уточнив уточнила \
        вважає вважають переконаний переконана нагадав нагадала закликав закликала попередив попередила зауважив зауважила прокоментував \
        прокоментувала стверджує стверджують визнав визнала оголосив оголосила наводить цитує констатував констатувала резюмував \
        сказал сказала сказали говорит заявил заявила заявили отметил отметила отметили добавил добавила сообщил сообщила подчеркнул \
        подчеркнула пояснил пояснила рассказал рассказала написал написала ответил ответила считает напомнил заверил предупредил \
        powiedział powiedziała mówi dodał dodała stwierdził stwierdziła podkreślił podkreśliła zaznaczył zaznaczyła oświadczył oświadczyła \
        poinformował poinformowała napisał napisała wyjaśnił wyjaśniła ocenił ocena zapewnił zapewniła \
        sagte sagt erklärte erklärt betonte meinte schrieb teilte fügte warnte \
        dit déclaré affirme affirmé expliqué ajouté ajoute souligné estime estimé annoncé déclare explique \
        dijo afirmó señaló aseguró añadió agregó explicó declaró indicó dice afirma sostuvo manifestó expresó \
        disse afirmou declarou acrescentou explicou ressaltou diz ha detto dichiarato spiegato aggiunto
        """

    private static let saying = """
        saying adding noting stating stressing emphasizing emphasising warning claiming arguing explaining insisting declaring asserting \
        affirming confirming replying responding answering commenting remarking observing recalling continuing concluding admitting \
        acknowledging conceding denying revealing underlining underscoring highlighting reiterating repeating mentioning suggesting \
        complaining lamenting joking urging vowing pledging promising tweeting writing telling announcing reaffirming pointing advocating \
        expressing reminding cautioning alleging describing додавши зазначивши підкресливши додаючи
        """

    private static let takesObject = """
        emphasized emphasised stressed highlighted reaffirmed reaffirming expressed expresses announced hailed praised condemned underlined \
        underscored reiterated criticized criticised welcomed demanded denied outlined advocating acknowledged highlighting expressing
        """

    private static let person = """
        minister president premier chancellor politician official leader diplomat lawmaker senator governor mayor ambassador envoy \
        general commander colonel major captain officer chief head chair chairman chairwoman director executive ceo founder manager \
        secretary commissioner deputy mp parliamentarian congressman councillor candidate activist expert analyst economist professor \
        scientist researcher author writer journalist doctor physician judge prosecutor lawyer attorney coach player captain striker \
        singer actor actress artist king queen prince princess pope bishop archbishop cardinal priest imam rabbi monk teacher student \
        farmer resident man woman veteran soldier businessman businesswoman entrepreneur spokesman spokeswoman spokesperson adviser \
        advisor speaker statesman dictator ruler monarch vice-president legislator billionaire tycoon owner winner champion pilot driver \
        scholar academic lecturer historian researcher sociologist biologist ecologist epidemiologist virologist archaeologist \
        psychologist campaigner advocate consultant designer chef musician filmmaker producer skipper midfielder defender goalkeeper \
        shopkeeper vendor trader fisherman refugee migrant tourist passenger curator superintendent inspector constable detective \
        sergeant lieutenant brigadier admiral marshal legislator congresswoman councilor magistrate justice registrar rector dean \
        provost vice-chancellor cleric mufti ayatollah reverend pastor deacon emir amir sultan columnist editor reporter \
        organiser organizer negotiator treasurer principal headmaster headteacher coroner premier commissioner whip protester \
        engineer nurse victim witness survivor mother father sister brother daughter son wife husband girl boy teenager defendant suspect \
        міністр президент прем'єр прем’єр посадовець політик депутат мер губернатор речник керівник голова директор командувач \
        очільник радник експерт дипломат посол генерал
        """
}
