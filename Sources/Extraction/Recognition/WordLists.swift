/// Short lists of words that mark the names beside them or within Them.
package enum WordLists {
    /// Stand before a person's Name.
    static let personTitles = """
        mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess prince princess king queen
        emperor sultan emir sheikh shaykh imam ayatollah mullah rabbi pope cardinal archbishop bishop father sister brother
        reverend rev pastor deacon president vice-president premier chancellor minister Mr. Mrs. Ms. Dr. Prof. Rev. Gen.
        Lt. Col. Maj. Capt. Sgt. Adm. Sen. Rep. Gov. Hon. senator congressman congresswoman governor mayor ambassador
        secretary commissioner chairman chairwoman chairperson chair director spokesman spokeswoman spokesperson general
        colonel major captain lieutenant sergeant corporal private admiral commander marshal brigadier justice judge
        attorney lawyer activist journalist actor actress singer coach striker midfielder goalkeeper defender chief ceo
        cfo coo founder co-founder analyst economist author writer poet director-general secretary-general mp mep deputy
        monarch leader candidate dictator warlord rapper filmmaker novelist
        """

    /// Stand in the names of Organisations.
    static let organizationWords = """
        inc Inc. corp Corp. ltd Ltd. llc plc co. company corporation group holdings holding bank fund foundation institute
        institution university college school academy ministry department agency authority commission committee council
        court tribunal parliament assembly senate congress party union federation confederation association organization
        organisation society club league team united fc alliance coalition front movement army navy force forces corps
        police guard bureau office board chamber centre center network press news times post agency airlines airways motors
        industries technologies systems laboratories partners ventures capital securities insurance petroleum oil energy
        electric Bros. sons gmbh ag s.a. sa nv bv oy ab as spa pty pte bhd tbk secretariat directorate brigade battalion
        regiment division legion hospital church
        """

    static let facilityWords = """
        airport bridge stadium arena tower palace castle cathedral church mosque temple synagogue hospital museum prison
        jail station port harbor harbour dam plant base barracks square street avenue boulevard road highway hall hotel
        mall market park theatre theater library embassy
        """

    static let eventWords = """
        war battle olympics games cup championship championships festival summit conference forum revolution uprising
        election elections referendum holocaust genocide tournament marathon expo prize award awards day
        """

    static let placeWords = """
        river lake sea ocean gulf bay strait island islands isle peninsula cape mountain mountains mount hills valley desert
        forest canyon province state district county region oblast governorate prefecture territory city town village
        municipality borough canton republic kingdom north south east west northern southern eastern western central
        """

    static let regions = """
        Africa Asia Europe America Americas Antarctica Oceania Australasia Eurasia Scandinavia Balkans Caucasus Caribbean
        Levant Maghreb Sahel Siberia Crimea Donbas Donbass Transnistria Chechnya Dagestan Kashmir Punjab Kurdistan Tibet
        Xinjiang Manchuria Bavaria Saxony Catalonia Andalusia Scotland Wales England Normandy Brittany Tuscany Sicily
        Sardinia Corsica Crete Darfur Tigray Biafra Katanga Zanzibar Gaza Sinai Golan Galilee Anatolia Patagonia Amazon
        Amazonia Quebec Ontario Alberta Manitoba Saskatchewan Nunavut Yukon Queensland Tasmania Hawaii Alaska California
        Texas Florida Ohio Michigan Virginia Pennsylvania Illinois Massachusetts Oregon Arizona Nevada Colorado Montana
        Polynesia Melanesia Micronesia Atlantic Pacific Mediterranean Baltic Arctic Himalayas Andes Alps Sahara
        """

    /// Lower-case words inside names: `Bank of England`, `Ursula von der Leyen`.
    static let particles = PackedWord.set(
        "of de del della di da dos das du la le van von der den ter bin ibn al el y e")

    /// Begins a sentence in upper case and is no name.
    static let plainWords = PackedWord.set(
        """
        The A An In On At It He She They We I You This That These Those But And Or So If When While After Before As For
        From To With By His Her Its Their Our My There Here What Who How Why Where Some Many Most Several Both Each All
        Not Now Then However Also Although Though Since Because Under Over During Until Last Next One Two Another Such
        Despite Earlier Later Today Only Once Even Still Yet Among Another No Yes Mr Mrs Ms Dr Monday Tuesday Thursday
        Friday Saturday Sunday January February March April May June July August October November December According
        """)

    /// Puts the lists, the countries and the peoples into a gazetteer.
    package static func insertAll(into lists: inout Gazetteer) {
        for (name, _) in Countries.allNames where name.utf8.count > 1 { lists.insert(name, .country) }
        for word in Countries.allPeople { lists.insert(word, .people) }
        func insert(_ words: String, _ kinds: PhraseKinds) {
            for word in words.split(whereSeparator: \.isWhitespace) { lists.insert(String(word), kinds) }
        }

        insert(personTitles, .personTitle)
        insert(organizationWords, .organizationWord)
        insert(facilityWords, .facilityWord)
        insert(eventWords, .eventWord)
        insert(placeWords, .placeWord)
        insert(regions, .region)
    }
}
