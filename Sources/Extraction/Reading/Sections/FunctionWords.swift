/// Small words that tell a language, most frequent first, written for this project. A word may stand for several
/// languages; it then counts less for each.
enum FunctionWords {
    /// Language tag and words, separated by blanks.
    static let latin: [(language: String, words: String)] = [
        (
            "en",
            """
            the of and to a in that was is for it with as his on be at by had not but from have are which this they you he were will \
            would has their been its said more than who what when there can about into also other could an or we our she her him \
            them after before over us no do did does if so because while during where being
            """
        ),
        (
            "de",
            "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man"
        ),
        (
            "fr",
            "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec ont cette aux mais comme ou été son nous sa fait ses leur être même deux après elle était aussi selon"
        ),
        (
            "es",
            "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante fue según años"
        ),
        (
            "pt",
            "de que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos segundo são"
        ),
        (
            "it",
            "di che e la il un a per è una in sono non con si da come più le della dei del nel alla ha gli anche ma lo al dalla nella delle questo cui suo ci sua essere stato hanno dal degli tra se o dopo anni perché"
        ),
        (
            "nl",
            "de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog wordt uit naar door over ze hij zich werd heeft hebben deze dit meer geen wel kan of worden was tot al"
        ),
        (
            "pl",
            "w i na z do się nie że jest o to od po za jak przez dla oraz ma tym być są co tego ale przy czy już tak może jego który która które roku było był także go ich pod tylko bardzo został między swoje"
        ),
        (
            "cs",
            "a v se na je že o s z do i to k ve pro za by ale si po jako podle od jsou které který jeho byl bylo nebo která více již také jen při než roce být jsme má však až své"
        ),
        (
            "sk",
            "a v sa na je že o s z do aj to k vo pre za by ale si po ako podľa od sú ktoré ktorý jeho bol bolo alebo ktorá viac už tiež len pri než roku byť sme má však až svoje"
        ),
        (
            "ro",
            "de și în a la cu pe care nu un o din este ca mai pentru să au că prin fi sunt sau ce după ale lui al fost această acest dar are îl le și-a unei către între anul"
        ),
        (
            "sv",
            "och i att det som en på är av för med den till inte har de om ett men var jag sig från vi så kan när år säger under också efter eller nu sin där vid mot ska skulle kommer ut"
        ),
        (
            "da",
            "og i at det er en til på som af for med de den har ikke der et om var men sig jeg fra vi så kan han år siger efter også eller ved nu mod skal blev"
        ),
        (
            "fi",
            "ja on ei se että oli hän mutta ovat kun niin myös joka mukaan olla sen vain tai kuin jo ole nyt hänen vuonna voi mitä"
        ),
        (
            "hu",
            "a az és hogy nem is egy volt meg de csak ez azt még már el ha szerint mint kell lesz pedig után vagy lehet van ki be volna"
        ),
        (
            "tr",
            "ve bir bu da de için ile olarak çok daha en gibi ne kadar olan ancak sonra var olduğu her ise değil dedi ki iki büyük tarafından yeni"
        ),
        (
            "lt",
            "ir kad į yra iš su tai kaip bet ne buvo apie jis po nuo bus dėl ar savo taip pat jau tik per metų"
        ),
        (
            "lv",
            "un ir ka ar no par uz kas arī ne lai bet pēc kā to tika gan pie ja jau viņš savu gada būs tiek"
        ),
        (
            "et",
            "ja on et ei see oli ka mis kui oma ta aga pole ning siis nii kes veel juba seda välja ütles aasta"
        ),
        (
            "hr",
            "i je u se na da su za od nije s koji kako koje ali što ne ili će biti je bio iz bi po te kao koja samo nakon do godine"
        ),
        (
            "id",
            "yang dan di untuk dengan dari ini itu pada dalam akan tidak juga oleh telah sebagai adalah ke karena mereka bisa tersebut saat"
        ),
        (
            "vi",
            "và của là có trong cho được với các không một những người đã này khi để tại từ năm"
        ),
    ]

    /// Function words of other languages that names carry into English.
    static let particles = """
        de la las los le les del della di da do dos das du des den der van von zu zur zum ten ter het 't y e i al el bin ibn \
        ben abu af av und och et
        """

    /// Frequent English words beside the function words that few other languages have.
    static let commonEnglish = """
        said says say told tell met spoke speak beat win wins won lost lose drew face faces next first last year years day days week \
        weeks month months people new old two three four five six seven eight nine ten today yesterday tomorrow night morning \
        against between through here how why where then too very just only even still again back down off up out now never always \
        well much many such most some any each both few own same other another good great big long high early late made make makes \
        take takes took taken get gets got give gives gave given go goes going gone went come comes came see seen saw know known \
        knew think thought want wants find finds found leave leaves left call calls ask asks join joins sign signs move moves play \
        plays live lives work works begin begins began start starts end ends die dies kill kills born name names open opens close \
        held hold holds put puts set sat stood stand stands run runs ran kept keep keeps bought buy buys sold sell sells paid pay \
        pays lead leads led talks talk home house city town world war country government company team match game season club goal \
        school court road street river north south east west woman women children child father mother brother sister wife husband \
        friend friends life death money water right number part place time way thing things should must might may shall every \
        everyone nothing something until although however since without within upon among across toward around behind beyond later \
        earlier soon ago yet already nearly almost head chief talks deal law vote votes trade tax prices price growth support
        """

    static let cyrillic: [(language: String, words: String)] = [
        (
            "uk",
            "і в у на що не з та до за як про це від його але для також який які яка під час він вона вони або бути було був року після через є та й із зі щоб ми ви їх цього лише понад ще вже"
        ),
        (
            "ru",
            "и в не на что с по это как а к но его из за у от для он так же о до был было или если также который которые бы при со мы вы их после года она они во только еще уже этого быть"
        ),
        (
            "bg",
            "и на да се в за от не е че с по са ще това до си като или към след бе има при той му през най което който където които също тя беше те със"
        ),
        (
            "be",
            "і ў у на што не з да за як гэта ад яго але для таксама які якія пад ён яна яны або быў было года пасля праз ёсць каб мы вы іх толькі яшчэ ужо"
        ),
        (
            "sr",
            "и у је да се на за са су од не који како која али што ће је или бити био из би по као само након до године"
        ),
        (
            "mk",
            "и на да се во за од не е дека со ги по ќе тоа до како или кон откако има при тој му низ што кој каде кои исто таа беше тие"
        ),
    ]
}
