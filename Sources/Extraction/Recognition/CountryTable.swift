/// Countries and what the world calls their people: ISO 3166-1 code, English name, other names, adjectives and people.
///
/// The names are those of Unicode CLDR as Foundation carries them, or the usual short form; the other columns are ours.
/// Plurals in -s follow from the singular. Words that belong to more than one country have no code and are not here.
enum CountryTable {
    static let rows = """
        AD|Andorra||Andorran
        AE|United Arab Emirates|UAE,U.A.E.,Emirates|Emirati
        AF|Afghanistan||Afghan,Afghani
        AG|Antigua and Barbuda|Antigua & Barbuda,Antigua|Antiguan,Barbudan
        AI|Anguilla||Anguillan
        AL|Albania||Albanian
        AM|Armenia||Armenian
        AO|Angola||Angolan
        AQ|Antarctica||
        AR|Argentina|Argentine Republic|Argentine,Argentinian,Argentinean
        AS|American Samoa||American Samoan
        AT|Austria||Austrian
        AU|Australia|Commonwealth of Australia|Australian,Aussie
        AW|Aruba||Aruban
        AX|Åland Islands|Åland,Aland Islands|
        AZ|Azerbaijan||Azerbaijani,Azeri
        BA|Bosnia and Herzegovina|Bosnia & Herzegovina,Bosnia,Bosnia-Herzegovina|Bosnian,Herzegovinian
        BB|Barbados||Barbadian,Bajan
        BD|Bangladesh||Bangladeshi
        BE|Belgium||Belgian
        BF|Burkina Faso|Burkina|Burkinabe,Burkinabé
        BG|Bulgaria||Bulgarian
        BH|Bahrain||Bahraini
        BI|Burundi||Burundian
        BJ|Benin|Bénin|Beninese
        BL|St. Barthélemy|Saint Barthélemy|
        BM|Bermuda||Bermudian,Bermudan
        BN|Brunei|Brunei Darussalam|Bruneian
        BO|Bolivia||Bolivian
        BQ|Caribbean Netherlands||
        BR|Brazil|Brasil|Brazilian
        BS|Bahamas|The Bahamas|Bahamian
        BT|Bhutan||Bhutanese
        BV|Bouvet Island||
        BW|Botswana||Motswana,Batswana,Botswanan
        BY|Belarus|Belorussia,Byelorussia|Belarusian,Belarussian,Belorussian
        BZ|Belize||Belizean
        CA|Canada||Canadian
        CC|Cocos (Keeling) Islands|Cocos Islands|
        CD|Congo - Kinshasa|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,Congo-Kinshasa,D.R. Congo,Zaire|Zairean
        CF|Central African Republic|CAR|Central African
        CG|Congo - Brazzaville|Republic of the Congo,Congo-Brazzaville|
        CH|Switzerland|Swiss Confederation|Swiss
        CI|Côte d’Ivoire|Côte d'Ivoire,Cote d'Ivoire,Cote d’Ivoire,Ivory Coast|Ivorian,Ivoirian
        CK|Cook Islands||Cook Islander
        CL|Chile||Chilean
        CM|Cameroon||Cameroonian
        CN|China|China mainland,People's Republic of China,People’s Republic of China,PRC,Mainland China|Chinese
        CO|Colombia||Colombian
        CR|Costa Rica||Costa Rican
        CU|Cuba||Cuban
        CV|Cape Verde|Cabo Verde|Cape Verdean,Cabo Verdean
        CW|Curaçao|Curacao|Curaçaoan
        CX|Christmas Island||
        CY|Cyprus||Cypriot
        CZ|Czechia|Czech Republic|Czech
        DE|Germany|Federal Republic of Germany|German
        DJ|Djibouti||Djiboutian
        DK|Denmark||Danish,Dane
        DM|Dominica||
        DO|Dominican Republic||
        DZ|Algeria||Algerian
        EC|Ecuador||Ecuadorian,Ecuadorean
        EE|Estonia||Estonian
        EG|Egypt|Arab Republic of Egypt|Egyptian
        EH|Western Sahara||Sahrawi,Saharawi
        ER|Eritrea||Eritrean
        ES|Spain||Spanish,Spaniard
        ET|Ethiopia||Ethiopian
        FI|Finland||Finnish,Finn
        FJ|Fiji||Fijian
        FK|Falkland Islands|Falklands,Malvinas|Falkland Islander
        FM|Micronesia|Federated States of Micronesia|Micronesian
        FO|Faroe Islands|Faeroe Islands,Faroes|Faroese
        FR|France|French Republic|French,Frenchman,Frenchmen,Frenchwoman
        GA|Gabon||Gabonese
        GB|United Kingdom|UK,U.K.,Britain,Great Britain|British,Briton,Brit
        GD|Grenada||Grenadian
        GE|Georgia||Georgian
        GF|French Guiana||French Guianese
        GG|Guernsey||
        GH|Ghana||Ghanaian,Ghanian
        GI|Gibraltar||Gibraltarian
        GL|Greenland||Greenlandic,Greenlander
        GM|Gambia|The Gambia|Gambian
        GN|Guinea|Guinea-Conakry|Guinean
        GP|Guadeloupe||Guadeloupean
        GQ|Equatorial Guinea||Equatorial Guinean,Equatoguinean
        GR|Greece|Hellenic Republic|Greek
        GS|South Georgia and South Sandwich Islands|So. Georgia & So. Sandwich Isl.,South Georgia & South Sandwich Islands|
        GT|Guatemala||Guatemalan
        GU|Guam||Guamanian
        GW|Guinea-Bissau|Guinea Bissau|Bissau-Guinean
        GY|Guyana||Guyanese
        HK|Hong Kong|Hong Kong SAR China,Hong Kong SAR|Hongkonger,Hong Konger
        HM|Heard and McDonald Islands|Heard & McDonald Islands|
        HN|Honduras||Honduran
        HR|Croatia||Croatian,Croat
        HT|Haiti||Haitian
        HU|Hungary||Hungarian
        ID|Indonesia||Indonesian
        IE|Ireland|Republic of Ireland,Irish Republic|Irish,Irishman,Irishmen
        IL|Israel|State of Israel|Israeli
        IM|Isle of Man||Manx
        IN|India|Republic of India,Bharat|Indian
        IO|British Indian Ocean Territory|Chagos Archipelago|
        IQ|Iraq||Iraqi
        IR|Iran|Islamic Republic of Iran,Islamic Republic|Iranian
        IS|Iceland||Icelandic,Icelander
        IT|Italy||Italian
        JE|Jersey||
        JM|Jamaica||Jamaican
        JO|Jordan|Hashemite Kingdom of Jordan|Jordanian
        JP|Japan||Japanese
        KE|Kenya||Kenyan
        KG|Kyrgyzstan|Kyrgyz Republic,Kirghizia|Kyrgyz,Kyrgyzstani
        KH|Cambodia|Kampuchea|Cambodian
        KI|Kiribati||I-Kiribati
        KM|Comoros||Comorian,Comoran
        KN|St. Kitts and Nevis|St. Kitts & Nevis,Saint Kitts and Nevis,St Kitts and Nevis|Kittitian,Nevisian
        KP|North Korea|DPRK,Democratic People's Republic of Korea,Democratic People’s Republic of Korea|North Korean
        KR|South Korea|ROK,Republic of Korea|South Korean
        KW|Kuwait|State of Kuwait|Kuwaiti
        KY|Cayman Islands||Caymanian
        KZ|Kazakhstan||Kazakh,Kazakhstani
        LA|Laos|Lao PDR|Laotian,Lao
        LB|Lebanon||Lebanese
        LC|St. Lucia|Saint Lucia,St Lucia|Saint Lucian,St. Lucian
        LI|Liechtenstein||Liechtensteiner
        LK|Sri Lanka||Sri Lankan
        LR|Liberia||Liberian
        LS|Lesotho||Basotho,Mosotho
        LT|Lithuania||Lithuanian
        LU|Luxembourg||Luxembourgish,Luxembourger
        LV|Latvia||Latvian
        LY|Libya||Libyan
        MA|Morocco|Kingdom of Morocco|Moroccan
        MC|Monaco||Monegasque
        MD|Moldova|Republic of Moldova|Moldovan
        ME|Montenegro||Montenegrin
        MF|St. Martin|Saint Martin|
        MG|Madagascar||Malagasy,Madagascan
        MH|Marshall Islands||Marshallese
        MK|North Macedonia|Macedonia,FYROM|Macedonian,North Macedonian
        ML|Mali||Malian
        MM|Myanmar|Burma,Myanmar (Burma)|Burmese
        MN|Mongolia||Mongolian
        MO|Macao|Macau,Macao SAR China|Macanese
        MP|Northern Mariana Islands||
        MQ|Martinique||Martinican
        MR|Mauritania||Mauritanian
        MS|Montserrat||Montserratian
        MT|Malta||Maltese
        MU|Mauritius||Mauritian
        MV|Maldives||Maldivian
        MW|Malawi||Malawian
        MX|Mexico|México|Mexican
        MY|Malaysia||Malaysian
        MZ|Mozambique||Mozambican
        NA|Namibia||Namibian
        NC|New Caledonia||New Caledonian
        NE|Niger||Nigerien
        NF|Norfolk Island||
        NG|Nigeria||Nigerian
        NI|Nicaragua||Nicaraguan
        NL|Netherlands|Holland|Dutch,Dutchman,Dutchmen
        NO|Norway||Norwegian
        NP|Nepal||Nepali,Nepalese
        NR|Nauru||Nauruan
        NU|Niue||Niuean
        NZ|New Zealand|Aotearoa,Aotearoa New Zealand|New Zealander,Kiwi
        OM|Oman|Sultanate of Oman|Omani
        PA|Panama|Panamá|Panamanian
        PE|Peru|Perú|Peruvian
        PF|French Polynesia||French Polynesian
        PG|Papua New Guinea|PNG|Papua New Guinean
        PH|Philippines|The Philippines|Filipino,Filipina,Philippine
        PK|Pakistan|Islamic Republic of Pakistan|Pakistani
        PL|Poland||Polish,Pole
        PM|St. Pierre and Miquelon|St. Pierre & Miquelon|
        PN|Pitcairn Islands||
        PR|Puerto Rico||Puerto Rican
        PS|Palestinian Territories|Palestine,State of Palestine,Occupied Palestinian Territories,Occupied Palestinian Territory|Palestinian
        PT|Portugal||Portuguese
        PW|Palau||Palauan
        PY|Paraguay||Paraguayan
        QA|Qatar|State of Qatar|Qatari
        RE|Réunion|Reunion|
        RO|Romania||Romanian
        RS|Serbia||Serbian,Serb
        RU|Russia|Russian Federation|Russian
        RW|Rwanda||Rwandan
        SA|Saudi Arabia|Kingdom of Saudi Arabia,KSA|Saudi,Saudi Arabian
        SB|Solomon Islands|Solomons|Solomon Islander
        SC|Seychelles||Seychellois
        SD|Sudan||Sudanese
        SE|Sweden||Swedish,Swede
        SG|Singapore||Singaporean
        SH|St. Helena|Saint Helena|
        SI|Slovenia||Slovenian,Slovene
        SJ|Svalbard and Jan Mayen|Svalbard & Jan Mayen,Svalbard|
        SK|Slovakia|Slovak Republic|Slovak,Slovakian
        SL|Sierra Leone||Sierra Leonean
        SM|San Marino||Sammarinese
        SN|Senegal|Sénégal|Senegalese
        SO|Somalia||Somali,Somalian
        SR|Suriname|Surinam|Surinamese
        SS|South Sudan||South Sudanese
        ST|São Tomé and Príncipe|São Tomé & Príncipe,Sao Tome and Principe,São Tomé,Sao Tome|São Toméan
        SV|El Salvador||Salvadoran,Salvadorean
        SX|Sint Maarten||
        SY|Syria|Syrian Arab Republic|Syrian
        SZ|Eswatini|Swaziland|Swazi
        TC|Turks and Caicos Islands|Turks & Caicos Islands,Turks and Caicos|
        TD|Chad|Tchad|Chadian
        TF|French Southern Territories||
        TG|Togo||Togolese
        TH|Thailand||Thai
        TJ|Tajikistan||Tajik,Tajikistani
        TK|Tokelau||Tokelauan
        TL|Timor-Leste|East Timor,Timor Leste|Timorese,East Timorese
        TM|Turkmenistan||Turkmen
        TN|Tunisia||Tunisian
        TO|Tonga||Tongan
        TR|Türkiye|Turkey,Turkiye|Turkish,Turk
        TT|Trinidad and Tobago|Trinidad & Tobago,Trinidad|Trinidadian,Tobagonian
        TV|Tuvalu||Tuvaluan
        TW|Taiwan|Chinese Taipei|Taiwanese
        TZ|Tanzania||Tanzanian
        UA|Ukraine||Ukrainian
        UG|Uganda||Ugandan
        UM|U.S. Outlying Islands||
        US|United States|USA,U.S.A.,US,U.S.,United States of America|American
        UY|Uruguay||Uruguayan
        UZ|Uzbekistan||Uzbek,Uzbekistani
        VA|Vatican City|Vatican,Holy See|
        VC|St. Vincent and Grenadines|St. Vincent & Grenadines,Saint Vincent and the Grenadines,St. Vincent and the Grenadines,St Vincent and the Grenadines|Vincentian
        VE|Venezuela||Venezuelan
        VG|British Virgin Islands||
        VI|U.S. Virgin Islands|US Virgin Islands|
        VN|Vietnam|Viet Nam|Vietnamese
        VU|Vanuatu||Vanuatuan,Ni-Vanuatu
        WF|Wallis and Futuna|Wallis & Futuna|
        WS|Samoa||Samoan
        XK|Kosovo||Kosovar,Kosovan
        YE|Yemen||Yemeni
        YT|Mayotte||Mahoran
        ZA|South Africa|RSA|South African
        ZM|Zambia||Zambian
        ZW|Zimbabwe||Zimbabwean
        """

    /// People and adjectives of no single country: peoples, regions, faiths, parties.
    static let groups = """
        African Asian European Arab Arabic Latin Latino Latina Hispanic Nordic Scandinavian Baltic Balkan Caribbean
        Kurdish Kurd Uyghur Uighur Rohingya Tibetan Maori Māori Inuit Roma Romani Sami Yazidi Hazara Pashtun Tamil
        Sinhalese Punjabi Bengali Zulu Xhosa Yoruba Igbo Hausa Fulani Oromo Amhara Tigrayan Tutsi Hutu Berber Bedouin
        Chechen Tatar Abkhaz Ossetian Catalan Basque Scottish Scot Welsh English Cossack Mayan Maya Quechua Aymara
        Mapuche Navajo Cherokee Aboriginal Congolese Korean Dominican Muslim Islamic Islamist Christian Jewish Jew
        Catholic Protestant Orthodox Anglican Buddhist Hindu Sikh Sunni Shia Shiite Shi'ite Alawite Druze Mormon Baptist
        Methodist Lutheran Evangelical Jesuit Zionist Republican Democrat Communist Socialist Tory Conservative Nazi
        Maoist Marxist Peronist Baathist Soviet Western
        """
}
