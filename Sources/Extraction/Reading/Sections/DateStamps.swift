/// Knows lines that are a date, an hour or an age and nothing else, and lines that name the writer.
struct DateStamps: Sendable {
    private static let dateWords = ByteHash.set(
        """
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept \
        oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm gmt utc \
        est edt pst cet cest eet eest ist bst at on st nd rd th today yesterday ago hours hour minutes minute mins min days day weeks week \
        published updated posted date last modified modified first read views shares a p m \
        січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня понеділок вівторок середа четвер \
        п'ятниця п’ятниця субота неділя сьогодні вчора о року р год хв тому опубліковано оновлено дата \
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря сегодня вчера в г года назад \
        stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia januar februar märz mai juni \
        juli oktober dezember uhr janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo \
        abril mayo junio julio agosto septiembre octubre noviembre diciembre de
        """)
    private static let strong = [
        "published", "updated", "posted on", "last updated", "date:", "опубліковано", "оновлено", "опубликовано",
    ]
    private static let writers = [
        "by ", "written by", "reported by", "reporting by", "posted by", "published by", "story by", "text by",
        "words by", "author:",
        "from our correspondent", "reporter:", "editor:", "correspondent:", "журналіст:", "журналістка:", "редактор:",
        "staff reporter", "staff writer", "автор:", "автори:", "автор ", "текст:", "autor:",
        "par ", "von ",
    ]
    private static let sources = [
        "source:", "sources:", "source :", "via:", "джерело:", "джерела:", "источник:", "источники:", "źródło:",
        "quelle:", "fuente:",
        "fonte:", "zdroj:", "sursa:", "kaynak:",
    ]

    private let strong = Self.strong.map { Array($0.utf8) }
    private let writers = Self.writers.map { Array($0.utf8) }
    private let sources = Self.sources.map { Array($0.utf8) }

    /// Dates, hours and ages alone: `Saturday November 23rd, 2024`, `3 hours ago`.
    func isStamp(_ line: PageLine, in page: FoldedText) -> Bool {
        guard line.words > 0, line.words <= 14, line.text.count <= 120 else { return false }
        var known = 0
        var digits = 0
        page.forEachWord(in: line.text) { word in
            let isNumber = (0x30...0x39).contains(page.bytes[word.lowerBound])
            if isNumber { digits += 1 }
            if isNumber || Self.dateWords.contains(page.hash(word)) { known += 1 }
        }
        guard digits > 0 else { return false }
        let startsAsStamp = strong.contains { page.folded[line.text].starts(with: $0) }
        return known == line.words || startsAsStamp && known * 2 >= line.words
    }

    /// `By Jane Roe`, `Written by …`, `Jane Roe, 12 March 2023`, alone in a line.
    func isWriter(_ line: PageLine, in page: FoldedText) -> Bool {
        guard line.words <= 14, line.ending != .sentence || line.words <= 6, line.isTitleCase else { return false }
        return writers.contains { page.folded[line.text].starts(with: $0) } || isSigned(line, in: page)
    }

    /// A name and a date: `Jane Roe, 12 March 2023, 14:05`.
    private func isSigned(_ line: PageLine, in page: FoldedText) -> Bool {
        guard line.words <= 12, line.ending == .open else { return false }
        var (dates, digits, names, others) = (0, 0, 0, 0)
        page.forEachWord(in: line.text) { word in
            if (0x30...0x39).contains(page.bytes[word.lowerBound]) {
                digits += 1
            } else if Self.dateWords.contains(page.hash(word)) {
                dates += 1
            } else if page.isUppercase(at: word.lowerBound) {
                names += 1
            } else {
                others += 1
            }
        }
        return dates >= 1 && digits >= 2 && names >= 2 && names <= 4 && others == 0
    }

    /// `Source: …` at the start of a line.
    func isSource(_ line: PageLine, in page: FoldedText) -> Bool {
        sources.contains { page.folded[line.text].starts(with: $0) }
    }

    /// Whether a word is part of a date: a month, a weekday, a number.
    func isDateWord(_ word: Range<Int>, in page: FoldedText) -> Bool { Self.dateWords.contains(page.hash(word)) }
}
