/// The small words that the rules for roles, nominal mentions and pronouns go by.
enum SmallWords {
    static let lists: [(WordTags, String)] = [
        (.honorific, "dr doctor hon honourable honorable excellency highness majesty h.e h.h hrh hh ato shri sri smt"),
        (
            [.honorific, .male],
            "mr mister sir lord señor senor don pak encik tuan haji hajj alhaji monsieur bapak"
        ),
        (
            [.honorific, .female],
            "mrs ms miss madam madame lady dame señora senora doña begum ibu puan hajia hajiya mme"
        ),
        (
            .honorific,
            "shaikh sheikh datuk datin dato dato' tan seri comrade engr ing eng arch ustaz maulana moulana syed"
        ),
        (.the, "the"),
        (.indefinite, "a an one"),
        (.possessive, "his her its their our my your this that these those whose"),
        ([.pronoun, .male], "he him his himself"),
        ([.pronoun, .female], "she her hers herself"),
        (
            .copula,
            "is was became becomes remains remained serves served serving works worked been being become are were"
        ),
        (
            .appoints,
            """
            appointed named elected sworn promoted installed reappointed re-appointed re-elected reelected chosen
            confirmed replace replaces replaced replacing succeed succeeds succeeded succeeding appointment crowned inaugurated designated appoint appoints names elects naming appointing picked selected
            """
        ),
        (
            .tenure,
            "capacity role position post job tenure term stint resignation removal appointment election years time"
        ),
        (
            .assumes,
            "took takes take over stepped steps down resigned resigns retired returned returns continues continued"
        ),
        (
            .leads,
            "heads chairs leads headed chaired led commands commanded co-chairs co-chaired co-leads co-led oversees"
        ),
        (.preposition, "of for at in to on with from within under over"),
        (.and, "and &"),
        (
            .adverb,
            """
            also currently now formerly previously still once then later himself herself already recently again who has had
            officially unanimously formally as been be duly both since today yesterday
            """
        ),
        (
            .stop,
            """
            said says say told tells added adds who which that where when while is was are were be been has have had will
            would could should may might can must do does did not but or if because as than so it he she they we i you
            announced stated noted stressed explained confirmed warned urged called emphasized reported wrote tweeted
            claimed insisted argued asked spoke met visited arrived signed denied revealed declared expressed thanked
            monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
            october november december described highlighted hailed pointed went came made took gave got held discussed received attended
            """
        ),
        (
            .subordinate,
            """
            after when while as if since because although though before during under despite unlike besides with without
            following until once
            """
        ),
        (
            .someone,
            """
            man woman girl boy person victim suspect driver mother father son daughter brother sister wife husband child
            teenager student youth pupil resident patient worker passenger friend colleague neighbour neighbor uncle aunt
            grandmother grandfather cousin actor actress singer artist writer author player striker goalkeeper midfielder
            defender boxer accused defendant complainant witness survivor hero girlfriend boyfriend partner farmer teacher
            nurse soldier policeman policewoman lady gentleman baby toddler widow niece nephew customer client tourist
            """
        ),
        ([.classNoun, .political, .legislative, .diplomatic], "politician statesman"),
        ([.classNoun, .legislative], "lawmaker legislator parliamentarian"),
        ([.classNoun, .political, .royal], "leader"),
        ([.classNoun, .political, .police, .diplomatic, .judicial], "official"),
        ([.classNoun, .business], "executive businessman businesswoman boss"),
        ([.classNoun, .military], "commander"),
        ([.classNoun, .military, .police], "officer"),
        ([.classNoun, .academic], "academic professor scholar researcher"),
        ([.classNoun, .diplomatic], "diplomat envoy"),
        ([.classNoun, .judicial], "lawyer jurist"),
        ([.classNoun, .religious], "cleric clergyman"),
        ([.classNoun, .royal, .male], "monarch"),
    ]
}
