import Extraction
import Testing

@Suite("Language of a page")
struct LanguageIdentifierTests {
    private static let reader = SectionReader()

    @Test(
        "the language of a plain sentence is told",
        arguments: [
            ("en", "The government said on Monday that it would not change the law before the end of the year."),
            ("en", "The minister appreciated highly efforts of the Ukraine in the creating of effective system."),
            ("uk", "Уряд заявив, що не буде змінювати закон до кінця року, але готовий до розмови."),
            ("ru", "Правительство заявило, что не будет менять закон до конца года, но готово к разговору."),
            ("bg", "Правителството заяви, че няма да променя закона до края на годината, но е готово за разговор."),
            ("be", "Урад заявіў, што не будзе мяняць закон да канца года, але ён гатовы да размовы."),
            ("pl", "Rząd oświadczył, że nie zmieni prawa przed końcem roku, ale jest gotowy do rozmowy."),
            ("de", "Die Regierung sagte am Montag, dass sie das Gesetz nicht vor dem Ende des Jahres ändern wird."),
            ("fr", "Le gouvernement a dit lundi qu'il ne va pas changer la loi avant la fin de l'année."),
            ("es", "El gobierno dijo el lunes que no va a cambiar la ley antes del fin de año, pero que hablará."),
            ("pt", "O governo disse na segunda-feira que não vai mudar a lei antes do fim do ano."),
            ("it", "Il governo ha detto lunedì che non cambierà la legge prima della fine dell'anno."),
            ("nl", "De regering zei maandag dat zij de wet niet voor het einde van het jaar zal veranderen."),
            ("cs", "Vláda v pondělí uvedla, že zákon do konce roku nezmění, ale je připravena jednat o něm."),
            (
                "ro",
                "Guvernul a spus luni că nu va schimba legea înainte de sfârșitul anului și că este gata să discute."
            ),
            (
                "tr",
                "Hükümet pazartesi günü yaptığı açıklamada yasayı bu yıl için değiştirmeyeceğini ve bir toplantı daha olacağını söyledi."
            ),
            ("el", "Η κυβέρνηση δήλωσε τη Δευτέρα ότι δεν θα αλλάξει τον νόμο."),
            ("ar", "قالت الحكومة يوم الاثنين إنها لن تغير القانون قبل نهاية العام."),
            ("zh", "政府周一表示，年底前不会修改法律。"), ("ja", "政府は月曜日に、年末までに法律を変えないと述べた。"),
            ("ko", "정부는 월요일에 연말까지 법을 바꾸지 않겠다고 말했다."),
        ])
    func language(expected: String, text: String) {
        #expect(Self.reader.sections(of: Array(text.utf8)).language == expected)
    }

    @Test("what proves no language has none", arguments: ["", "12 345", "Ivo Brandt, Mara Ellwood", "🚢"])
    func unknown(text: String) {
        #expect(Self.reader.sections(of: Array(text.utf8)).language == nil)
    }
}
