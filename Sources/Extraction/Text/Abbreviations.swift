/// Abbreviations that end in a full stop, spelled as in print.
enum Abbreviations {
    /// What a full stop after the abbreviation may mean besides.
    enum Kind {
        /// Stands before a name: never ends a sentence.
        case title
        /// May end a sentence: `Inc.`, `U.S.`, `p.m.`
        case mayEnd
        /// Is one only before a number: `No. 5`.
        case numbered
    }

    private static let titles = PackedWord.set(
        """
        Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Fr Hon Gen Lt Col Maj Capt Cpt Sgt Cpl Adm Cmdr Cdr Brig Rep Reps Sen Sens
        Gov Govs Pres Supt Insp Atty Det Spc Pvt Amb Asst Sec Msgr St Ste Mt Ft vs v cf viz approx Adj Lieut Comdr Pte
        Sr Smt Eng Ing Bp Abp Rt Vice Dep Min Sub
        """)
    private static let enders = PackedWord.set(
        """
        Jr Esq Inc Ltd Corp Co Cos Bros Pty Plc LLC Ave Blvd Rd Dept Univ Assn Bldg etc al est dept govt Jan Feb Apr
        Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Ala Ariz Ark Calif Colo Conn Del Fla Ga
        Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que
        ed eds Gov't Int'l Nat'l
        """)
    private static let numbered = PackedWord.set(
        "No no Nos nos Art art Fig fig p pp Vol vol Ch ch Sec sec para Mar Sat Sun ca c Jan Feb Res")

    /// The kind of an abbreviation from its letters without the full stop; nil where it is none.
    static func kind(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, beforeDigit: Bool) -> Kind? {
        guard let word = PackedWord(bytes, range) else { return nil }
        if beforeDigit, numbered.contains(word) { return .numbered }
        if titles.contains(word) { return .title }
        return enders.contains(word) ? .mayEnd : nil
    }
}
