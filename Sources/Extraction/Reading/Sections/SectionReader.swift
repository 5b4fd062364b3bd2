import Annotation

/// Divides a page into title, dateline, headings, body and boilerplate, and tells the language of each part.
///
/// Works on the lines of the page in four steps: what each line is by its form and words (`PageLine`, `PagePhrases`), the
/// language of the body, which lines the story holds (`PageLabels`), and what stands at its head. Linear in the length of
/// the page; stateless between pages.
package struct SectionReader: Sendable {
    private let phrases = PagePhrases()
    private let languages = LanguageIdentifier()
    private let stamps = DateStamps()
    private let datelines = DatelineReader()

    package init() {}

    /// The sections of a text, in order, without gap or overlap; the language of its body, where it is certain; and the
    /// bytes of its title, blanks at the ends left out. All ranges are byte ranges on code-point boundaries. An empty text has no
    /// sections.
    ///
    /// - Parameter bytes: valid UTF-8.
    package func sections(of bytes: [UInt8]) -> (sections: [PageSection], language: String?, title: Range<Int>?) {
        guard !bytes.isEmpty else { return ([], nil, nil) }
        let page = FoldedText(bytes)
        let lines = PageLine.lines(of: page)
        guard !lines.isEmpty else { return ([PageSection(kind: .boilerplate, bytes: 0..<bytes.count)], nil, nil) }
        var all = LanguageIdentifier.Evidence()
        let known = languages(of: lines, page, &all)
        let main = mainLanguage(lines, known.map(\.language)) ?? languages.language(all)
        let script = main.map(languages.script(of:))
        let assumed = known.map { $0.language ?? ($0.script == script || $0.script == .none ? main : nil) }
        let views = zip(lines, assumed).map { line, language in
            PageLabels.View(
                line: line, effect: phrases.effect(of: line, in: page), isForeign: main != nil && language != main,
                isStamp: stamps.isStamp(line, in: page), isWriter: stamps.isWriter(line, in: page),
                isSource: stamps.isSource(line, in: page))
        }
        let kinds = PageLabels(views: views, page: page).kinds()
        let sections = assemble(lines, kinds, languages: assumed, page)
        let title = zip(lines, kinds).first { $0.1 == .title }?.0.text
        return (sections, main, title)
    }

    /// The first two thousand bytes of a line tell its language as well as all of them.
    private func sample(of line: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var end = min(line.upperBound, line.lowerBound + 2_000)
        while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return line.lowerBound..<end
    }

    /// The language and script of each line; adds up what all say.
    private func languages(
        of lines: [PageLine], _ page: FoldedText, _ all: inout LanguageIdentifier.Evidence
    ) -> [(language: String?, script: LanguageIdentifier.Script)] {
        var evidence = LanguageIdentifier.Evidence()
        return lines.map { line in
            evidence.clear()
            languages.gather(sample(of: line.text, page.bytes), of: page, into: &evidence)
            all.add(evidence)
            return (languages.language(evidence), languages.script(evidence))
        }
    }

    /// The language of most paragraphs, counted in bytes.
    private func mainLanguage(_ lines: [PageLine], _ known: [String?]) -> String? {
        var order: [String] = []
        var weights: [String: Int] = [:]
        for (line, language) in zip(lines, known) where line.isProse && line.ending != .ellipsis {
            guard let language else { continue }
            if weights[language] == nil { order.append(language) }
            weights[language, default: 0] += line.text.count
        }
        var best: String?
        for language in order where best.map({ weights[language, default: 0] > weights[$0, default: 0] }) ?? true {
            best = language
        }
        return best
    }

    /// Joins lines of one kind and language to sections; splits the dateline off the first paragraph.
    private func assemble(
        _ lines: [PageLine], _ kinds: [Section.Kind], languages: [String?], _ page: FoldedText
    ) -> [PageSection] {
        var sections: [PageSection] = []
        var mayHaveDateline = true
        for (index, line) in lines.enumerated() {
            let language = languages[index]
            var range = line.full
            if kinds[index] == .body, mayHaveDateline {
                mayHaveDateline = false
                if let end = datelines.dateline(of: line, in: page) {
                    append(
                        PageSection(kind: .dateline, bytes: range.lowerBound..<end, language: language), to: &sections)
                    range = end..<range.upperBound
                }
            }
            append(PageSection(kind: kinds[index], bytes: range, language: language), to: &sections)
        }
        return sections
    }

    private func append(_ section: PageSection, to sections: inout [PageSection]) {
        let joins = section.kind == .body || section.kind == .boilerplate || section.kind == .dateline
        if let last = sections.last, joins, last.kind == section.kind, last.language == section.language {
            sections[sections.count - 1].bytes = last.bytes.lowerBound..<section.bytes.upperBound
        } else {
            sections.append(section)
        }
    }
}
