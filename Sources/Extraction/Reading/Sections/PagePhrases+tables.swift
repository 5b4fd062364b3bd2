extension PagePhrases {
    /// Phrases separated by a vertical bar, in lower case.
    static let tables: [(effect: Effect, isWhole: Bool, phrases: String)] = [
        (.closing, false, "leave a reply|leave a comment|post a comment|add a comment|write a comment|cancel reply"),
        (.closing, false, "your email address will not be published|required fields are marked|save my name, email"),
        (
            .closing, false,
            "you must be logged in to|log in to comment|login to comment|please log in to|sign in to comment"
        ),
        (.closing, false, "залишити коментар|залиште коментар|додати коментар|написати коментар|ваша e-mail адреса"),
        (.closing, false, "оставить комментарий|добавить комментарий|ваш адрес email"),
        (
            .closing, false,
            "dodaj komentarz|zostaw komentarz|twój adres e-mail nie|laisser un commentaire|schreibe einen kommentar"
        ),
        (.closing, false, "deja un comentario|deja una respuesta|deixe um comentário|lascia un commento"),
        (
            .block, true,
            "comments|comment|no comments|no comments yet|view comments|show comments|join the conversation|join the discussion"
        ),
        (.block, true, "коментарі|комментарии|komentarze|kommentare|commentaires|comentarios|comentários|commenti"),
        (.block, true, related), (.block, true, latest), (.block, true, ukrainian), (.block, true, russian),
        (.block, true, others),
        (
            .block, false,
            "you may also like|you might also like|you may also be interested|you might be interested|people also read"
        ),
        (
            .block, false,
            "subscriber only stories|related articles|related news|related stories|related posts|related topics"
        ),
        (
            .link, true,
            "sponsored|promoted|paid post|paid content|partner post|на правах реклами|партнерський матеріал|новини компаній"
        ),
        (.block, true, "more from|more in|more on|also on"),
        (
            .link, false,
            "read also|also read|read more|read next|see also|also see|watch also|also watch|must read:|read:|related:"
        ),
        (
            .link, false,
            "more:|watch:|see:|don't miss:|don’t miss:|recommended:|next:|previous:|next article|previous article|next post"
        ),
        (
            .link, false,
            "previous post|further reading|read the full|continue reading|keep reading|learn more|find out more:|listen:"
        ),
        (
            .link, false,
            "читайте також|читай також|також читайте|читайте теж|дивіться також|дивись також|див. також|більше по темі"
        ),
        (
            .link, false,
            "читайте далі|читати далі|читати більше|за темою:|по темі:|раніше:|детальніше:|докладніше:|також цікаво"
        ),
        (.link, false, "читайте также|читать далее|смотрите также|подробнее:|по теме:|ранее:|также читайте"),
        (
            .link, false,
            "czytaj też|czytaj także|czytaj również|czytaj więcej|zobacz też|zobacz także|zobacz również|przeczytaj też"
        ),
        (
            .link, false,
            "przeczytaj także|przeczytaj również|lesen sie auch|lesen sie mehr|mehr dazu:|lire aussi|à lire aussi|lire la suite"
        ),
        (
            .link, false,
            "lea también|lee también|leer más|ver también|te puede interesar|leia também|leia mais|leggi anche|leggi di più"
        ),
        (
            .link, false,
            "čtěte také|přečtěte si|citiți și|citește și|läs också|læs også|lees ook|lue myös|olvasta már|ayrıca oku"
        ),
        (.line, false, sharing), (.line, false, following), (.line, false, legal), (.line, false, pictures),
        (.line, false, filing),
        (.line, true, navigation), (.line, false, ukrainianLines), (.line, false, otherLines),
    ]

    private static let related = """
        related|related content|related links|related coverage|related reading|related article|related story|related news|more related|\
        recommended|recommended for you|recommended articles|recommended stories|recommended reading|read next|up next|what to read next|\
        more news|more stories|more on this story|more on this topic|more on this|more to read|more from this section|more headlines|\
        other news|other stories|in other news|see more|load more|show more|view all|view more|sponsored content|promoted content|\
        sponsored stories|from the web|around the web|from our partners|partner content|you may like|you might like|similar articles|\
        similar news|similar stories|similar posts|also in the news|also in this section|elsewhere|advertisement content
        """

    private static let latest = """
        latest|latest news|latest stories|latest posts|latest articles|latest headlines|the latest|breaking news|recent posts|recent news|\
        recent articles|recent stories|recent comments|most read|most popular|most viewed|most shared|most commented|popular|popular posts|\
        popular news|popular articles|popular stories|popular now|trending|trending now|trending news|trending stories|trending topics|\
        top stories|top news|top headlines|editors' picks|editor's picks|editors’ picks|editor’s picks|editor's choice|editor’s choice|\
        don't miss|don’t miss|must read|must reads|must-read|must-reads|featured|featured stories|featured posts|in pictures|news feed|\
        newsletter|newsletters|categories|archives|archive|tags|about the author|starpicks|today's headlines|today’s headlines|\
        hot topics|what's hot|headlines|other headlines|our picks|news in pictures|watch now|live updates|most watched
        """

    private static let ukrainian = """
        свіжі дописи|свіжі новини|останні новини|останні записи|останні публікації|недавні записи|схожі новини|схожі статті|\
        схожі записи|схожі матеріали|схожі публікації|новини за темою|матеріали за темою|статті за темою|новини по темі|матеріали по темі|\
        популярні новини|популярні статті|популярні|популярне|найпопулярніше|найпопулярніші новини|топ новини|топ-новини|головні новини|\
        головне за день|головне за добу|головне|новини дня|вас може зацікавити|вам може бути цікаво|вам також може сподобатися|\
        вас також може зацікавити|інші новини|ще новини|більше новин|стрічка новин|усі новини|всі новини|рекомендуємо|рекомендовані|\
        рекомендовані новини|рекомендовані статті|рекомендовано|новини партнерів|партнерські новини|партнерські матеріали|читають зараз|\
        найчитаніше|зараз читають|обговорюють|вибір редакції|новини україни|за темою|по темі|пов'язані теми|пов’язані теми|\
        пов'язані новини|пов’язані новини|читайте також|сюжети|рубрики|архів|мітки|теги|спецпроєкти
        """

    private static let russian = """
        последние новости|свежие записи|похожие новости|похожие статьи|новости по теме|материалы по теме|популярные новости|популярное|\
        самое читаемое|главные новости|главное за день|другие новости|лента новостей|все новости|рекомендуем|новости партнеров|\
        читайте также|вам может быть интересно|выбор редакции|еще новости|рубрики|архив
        """

    private static let others = """
        zobacz także|zobacz też|czytaj także|czytaj też|powiązane artykuły|powiązane tematy|podobne artykuły|najnowsze|najnowsze wiadomości|\
        najczęściej czytane|polecane|polecamy|popularne|warto przeczytać|das könnte sie auch interessieren|mehr zum thema|meistgelesen|\
        weitere artikel|weitere themen|ähnliche artikel|sur le même sujet|les plus lus|articles similaires|dernières nouvelles|\
        à lire également|articles liés|noticias relacionadas|artículos relacionados|más leídas|lo más leído|lo más visto|últimas noticias|\
        te puede interesar|notícias relacionadas|mais lidas|últimas notícias|articoli correlati|i più letti|ultime notizie|související články|\
        nejčtenější|articole similare|cele mai citite|ultimele știri|benzer haberler|son dakika
        """

    private static let sharing = """
        share this|share on|share via|share:|story continues below|article continues|continues below|have a story|have a news tip|share article|share story|share post|tweet this|print this|email this|send to a friend|\
        copy link|comments are closed|click to share|click here|tap here|send us|report an error|report a mistake|spotted a mistake|\
        found a mistake|have a tip|got a tip|back to top|skip to|listen to this|text size|font size
        """

    private static let following = """
        follow us|follow @|follow our|like us on|join us on|join our|subscribe|sign up|get the latest|get breaking|\
        stay up to date|stay informed|never miss|download our|download the app|get the app|support our|support independent|donate now|donate to|\
        become a member|become a subscriber|already a subscriber|this article is for subscribers|enter your email|\
        thank you for reading|thanks for reading|to get unlimited access|register for free|log in|login|sign in|receive our
        """

    private static let legal = """
        ©|(c) |copyright|all rights reserved|cookie|cookies|we use cookies|this site uses|this website uses|our website uses|\
        by continuing to|by clicking|by using this|accept all|accept cookies|manage cookies|privacy policy|privacy notice|terms of use|\
        terms of service|terms and conditions|terms & conditions|disclaimer|powered by|reproduction of|reproduction in|no part of this|republish|\
        this article was originally published|this story was originally published|the views expressed|opinions expressed|\
        the opinions expressed|advertisement|advertising|advertise with|ads by|sponsored by|legal notice
        """

    private static let pictures = """
        photo:|photos:|photo by|photo courtesy|photo credit|photograph:|photographer:|image:|images:|image credit|image source|image via|\
        picture:|picture by|pic:|file photo|file picture|file image|credit:|credits:|getty images|illustration:|illustration by|video:|\
        video by|watch video|watch the video|gallery:|graphic:|caption:|infographic:|screenshot:|screengrab:|representational image|\
        representative image|image for representation|fullscreen|expand image|view gallery|audio:|podcast:
        """

    private static let filing = """
        tags:|tag:|tagged|topics:|topic:|keywords:|filed under|categories:|category:|posted in|posted under|section:|in this article:|\
        edition:|estimated reading time|reading time|short link|permalink|url:|http://|https://|www.
        """

    private static let navigation = """
        home|menu|main menu|navigation|search|share|tweet|print|email|e-mail|facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|\
        pinterest|reddit|viber|messenger|x|like|likes|follow|next|previous|prev|back|close|ad|ads|contact|contact us|about us|about|\
        the standard channel|more|toggle navigation|register|my account|facebook twitter|share share|loading|play|pause|premium|\
        listen|save|bookmark|comment now|reply|email address|your email|головна|новини|поділитися|поділитись|друк|меню|пошук|контакти|про нас|реклама|\
        главная|новости|поделиться|печать|поиск|udostępnij|drukuj|strona główna|teilen|drucken|partager|imprimer|compartir|imprimir|condividi
        """

    private static let ukrainianLines = """
        цей сайт використовує|ми використовуємо|сайт використовує|продовжуючи користуватися|поділитися|поділитись|підписуйтесь|\
        підписуйтеся|підпишіться|підписатися|підписатись|стежте за|слідкуйте за|долучайтесь|долучайтеся|приєднуйтесь|приєднуйтеся|\
        фото:|фото з |фото ілюстративне|ілюстративне фото|джерело фото|джерело зображення|відео:|скріншот|інфографіка:|колаж:|теги:|\
        мітки:|ключові слова:|рубрика:|категорія:|передрук|копіювання|усі права|всі права|при використанні|при цитуванні|\
        використання матеріалів|якщо ви знайшли помилку|якщо ви помітили|помітили помилку|знайшли помилку|надіслати помилку|\
        завантажуйте|отримуйте новини|хочете отримувати|хочете знати|наш telegram|наш телеграм|переглядів|час читання|\
        натисніть|роздрукувати|надрукувати
        """

    private static let otherLines = """
        этот сайт использует|мы используем|подписывайтесь|подпишитесь|подписаться|следите за|поделиться|фото:|видео:|теги:|все права|\
        перепечатка|если вы нашли|нашли ошибку|присоединяйтесь|источник фото|fot.|zdjęcie:|źródło zdjęcia|udostępnij|obserwuj nas|\
        wszelkie prawa|ta strona używa|subskrybuj|zapisz się|foto:|bild:|quelle bild|alle rechte|folgen sie|crédit photo|photo :|\
        tous droits|abonnez-vous|suivez-nous|partager sur|suscríbete|síguenos|todos los derechos|comparte|assine|siga-nos|\
        todos os direitos|iscriviti|seguici|tutti i diritti|diese website verwendet|ce site utilise|este sitio utiliza|este site utiliza
        """

    /// Anywhere in a short line.
    static let insidePhrases = """
        all rights reserved|uses cookies|use cookies|use of cookies|cookie policy|використовує cookie|файли cookie|файлы cookie|pliki cookie|\
        subscribe to our|follow us on|follow our|sign up for our|sign up to our|join our whatsapp|join our telegram|our whatsapp channel|\
        our telegram channel|our newsletter|whatsapp channel|читати більше|читати далі|читать далее|читать дальше|continue reading|\
        read more »|read more...|[read more]|your email address|click here to|click here for|наш telegram|наш телеграм|на наш канал|\
        у нашому telegram|в нашому telegram|на наш telegram|наш канал в|ctrl+enter|ctrl + enter|min read|minutes read|minute read|\
        download the app|terms of service|privacy policy
        """

    /// Near the end of a line: who made a picture.
    static let creditPhrases = """
        photo: | photo by |photo credit:|(photo by|(photo:|[photo:|(image:|image credit:|picture: |photograph: |/getty images|getty images)|\
        /afp via|(ap photo|/reuters]|[reuters/|[file: |/ap photo|/afp]|photo courtesy|(file photo)|(фото:|фото: |fot. |foto: |via getty
        """
}
