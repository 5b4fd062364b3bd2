import Annotation
import Testing

@testable import Extraction

@Suite("Sections of a page")
struct SectionReaderTests {
    private static let reader = SectionReader()

    private func sections(_ text: String) -> [(kind: Section.Kind, text: String, language: String?)] {
        let bytes = LineWraps.undone(Array(text.utf8))
        return Self.reader.sections(of: bytes).sections.map {
            ($0.kind, String(decoding: bytes[$0.bytes], as: UTF8.self).trimmingBlanks(), $0.language)
        }
    }

    private func boilerplate(_ text: String) -> String {
        sections(text).filter { $0.kind == .boilerplate }.map(\.text).joined(separator: "\n")
    }

    private static let story = """
        Lake towns agree on a shared ferry timetable

        Three towns on the eastern shore agreed on Tuesday to run their ferries on one timetable, officials said.

        The mayor said the ferries would cut the waiting time of commuters in the towns by half.
        """
    private static let more = """
        The ferries will sail on the new timetable from June, and the towns will review it in the autumn.

        Critics of the timetable fear that smaller towns on the shore will lose their ferries.
        """

    @Test("sections cover any text without gap or overlap, on code-point boundaries", arguments: Self.oddTexts)
    func coverage(text: String) {
        let bytes = Array(text.utf8)
        let sections = Self.reader.sections(of: bytes).sections
        #expect(sections.first?.bytes.lowerBound ?? 0 == 0)
        #expect(sections.last?.bytes.upperBound ?? 0 == bytes.count)
        #expect(zip(sections, sections.dropFirst()).allSatisfy { $0.bytes.upperBound == $1.bytes.lowerBound })
        #expect(sections.allSatisfy { !$0.bytes.isEmpty && bytes[$0.bytes.lowerBound] & 0xC0 != 0x80 })
    }

    private static let oddTexts = [
        "", " ", "\n\n\n", "\u{FEFF}", "a", "\r\n", "…", "«", "Title", "Title\n",
        "\n\nTitle\r\n\r\nOne sentence is all that stands here.\r\n",
        "\u{FEFF}  Title here  \r\n\t\r\nOne sentence is all that stands here.  \r\n  ", "日本語のニュース。\n続き", "🚢🚢🚢\n🚢",
        "\u{85}\u{2028}x",
        "Ї\rЇ\rЇ", story, story + "\n\n" + more, String(repeating: "© 2020\n", count: 50),
        String(repeating: "(", count: 500), "– — (A) -", ": x",
    ]

    @Test("title, by-line, dateline, heading and body are told apart")
    func parts() {
        let found = sections(
            """
            Home
            World

            Lake towns agree on a shared ferry timetable

            By Mara Ellwood
            Published: 4 May 2021, 09:15 GMT

            PORT ELLIS (Northern Wire) — Three towns on the shore agreed on Tuesday to run their ferries on one timetable.

            What happens next

            The ferries of the towns will sail on the new timetable from June, officials said.
            """)
        #expect(found.map(\.kind) == [.boilerplate, .title, .dateline, .dateline, .body, .heading, .body].merging())
        #expect(found.first { $0.kind == .title }?.text == "Lake towns agree on a shared ferry timetable")
    }

    @Test(
        "datelines of all styles are cut off the first paragraph",
        arguments: [
            "PORT ELLIS, May 4 (Northern Wire) - ", "Port Ellis, May 4 2021 (NW) – ", "PORT ELLIS - 4 May 2021: ",
            "PORT ELLIS: ", "(Northern Wire) ",
            "PORT ELLIS — ", "PORT ELLIS, Lakeland (NW) -- ", " date 2021-05-04 (NORTH- Wire) ",
            "ПОРТ-ЕЛІС, 4 травня (Північ) – ",
        ])
    func dateline(head: String) {
        let found = sections(
            head + "Three towns on the shore agreed to run their ferries (LFA) on one timetable - at last.")
        #expect(found.map(\.kind) == [.dateline, .body])
        #expect(found.last?.text.hasPrefix("Three towns") == true)
    }

    @Test(
        "a paragraph without a dateline keeps its start",
        arguments: [
            "The Lake Ferry Authority (LFA) runs the ferries of three towns on the shore - slowly.",
            "Police today (July 26, 2022) stopped the ferries of three towns on the shore.",
            "\"We go,\" said the mayor - and went with the ferries of three towns on the shore.",
            "In May: three towns agreed to run their ferries on one timetable from the autumn on.",
        ])
    func noDateline(text: String) {
        #expect(sections(text).map(\.kind) == [.body])
    }

    @Test(
        "a line of the site between two paragraphs is boilerplate",
        arguments: [
            "Read also: Storm damages the harbour wall in the southern district",
            "READ MORE: Storm damages harbour wall", "Also Read:‘Too late’: storm hits the south",
            "Advertisement", "Share on Facebook", "Photo by A. Stone/Northern Wire", "© A. Stone/Northern Wire",
            "Sign up for our newsletter",
            "The harbour in spring. Photo: A. Stone", "Follow us on Twitter for the latest news",
            "This site uses cookies. Accept all", "Subscribe Now to get 66% OFF",
            "Читайте також: Шторм пошкодив пірс", "Watch: Drone video shows the storm", "Saturday May 8th, 2021",
            "Tags: ferries, towns, timetable",
            "Pop Singer Announces Surprise World Tour With Forty Concerts in Summer Stadiums",
        ])
    func between(line: String) {
        let text = Self.story + "\n\n" + line + "\n\n" + Self.more
        #expect(boilerplate(text) == line)
    }

    @Test(
        "a heading or short paragraph of the story is kept",
        arguments: [
            "What happens next", "Towns and their ferries", "Smaller towns fear for their ferries on the shore",
            "Share prices fell after the ferries stopped.",
            "“Read more books,” the mayor said.", "Subscribers of the ferries pay less, he said.",
            "Comments by the mayor drew laughter from the towns.",
        ])
    func kept(line: String) {
        #expect(boilerplate(Self.story + "\n\n" + line + "\n\n" + Self.more) == "")
    }

    @Test(
        "what follows a story is boilerplate to the end",
        arguments: [
            "Leave a Reply\n\nYour email address will not be published. Required fields are marked *\n\nName",
            "You May Also Like\n\nBakery chain opens its twelfth shop\n\nCustomers queued for hours as the chain opened a shop on Saturday.",
            "Related Articles\n\nBakery chain opens its twelfth shop\n\n3 days ago\n\nCopyright © 2021 Northern Wire. All rights reserved.",
            "Source: Radio East A singer was found after two days in…\n\nSource: Jan Low The cup final was put off because of snow…",
            "Останні новини\n\n  • Новини\n\nУряд підтримав новий закон про школи… Читати більше\n\nSaturday May 8th, 2021",
            "Comments (2)\n\npeter: the ferries of the towns are always late and the timetable is a joke.",
        ])
    func tail(text: String) {
        let page = Self.story + "\n\n" + Self.more + "\n\n" + text
        #expect(boilerplate(page).hasPrefix(text.prefix(10)))
        #expect(sections(page).last?.kind == .boilerplate)
        #expect(sections(page).filter { $0.kind == .body }.last?.text.hasSuffix("lose their ferries.") == true)
    }

    @Test("the story goes on after a list of links")
    func resumes() {
        let links = "ALSO READ:\n\nStorm damages harbour wall\nBakery chain opens shop\nSinger announces tour"
        let found = sections(Self.story + "\n\n" + links + "\n" + Self.more)
        #expect(boilerplate(Self.story + "\n\n" + links + "\n" + Self.more) == links)
        #expect(found.last?.kind == .body)
    }

    @Test("a second language in the body is body, in a side-bar boilerplate")
    func languages() {
        let spoken = "El alcalde dijo que los barcos son seguros y que la gente no tiene que esperar más en el puerto."
        let body = sections(Self.story + "\n\n" + spoken + "\n\n" + Self.more)
        #expect(body.contains { $0.kind == .body && $0.language == "es" })
        #expect(boilerplate(Self.story + "\n\n" + spoken + "\n\n" + Self.more) == "")
        let bar = "Уряд підтримав новий закон про школи\n\nПогода на вихідні: буде дощ і сильний вітер"
        let page = Self.story + "\n\n" + Self.more + "\n\n" + bar
        #expect(boilerplate(page) == bar)
        #expect(sections(page).last?.language == "uk")
        #expect(Self.reader.sections(of: Array(page.utf8)).language == "en")
    }

    private static let story = [
        "The council of Port Elm said on Monday that the old bridge would be closed for three months while engineers "
            + "replace its deck.",
        "Mayor Ruth Hale told reporters that the work would cost $4 million and that buses would run every ten minutes.",
        "Shop owners fear that they will lose customers. \"We were told of it last week,\" said Tom Brandt, who sells "
            + "flowers beside the bridge.",
    ]

    @Test(
        "no paragraph of a short story is lost to what stands beside it, in its block or below",
        arguments: [
            "Sign up for our morning newsletter and never miss a story.", "Share this article on Facebook.",
            "Read more: Ten bridges that need repair", "Story continues below", "Advertisement",
            "Most read\n\n1. Ferry fares to rise\n2. School wins prize\n\nAbout us | Contact | Privacy policy",
            "About the author\n\nJane Doe writes about towns and roads. She lives in Elm.\n\nWe use cookies on this site.",
            "Comments (3)\n\nAnna: It was high time!\nBob: And who pays?\n\nLeave a reply",
        ])
    func neighbours(furniture: String) {
        let tops = ["Old bridge in Port Elm to close", Self.story[0] + "\n" + furniture.split(separator: "\n")[0]]
        let isBlock = !furniture.contains("\n")
        let parts = isBlock ? tops + Self.story[1...] : [tops[0]] + Self.story
        let page = parts.joined(separator: "\n\n") + (isBlock ? "\n" : "\n\n") + furniture
        let found = sections(page)
        let body = found.filter { $0.kind == .body }.map(\.text).joined(separator: "\n")
        for paragraph in Self.story { #expect(body.contains(paragraph), "\(paragraph)") }
        let last = furniture.split(separator: "\n").last.map(String.init) ?? ""
        #expect(boilerplate(page).contains(last))
    }

    @Test("a paragraph that a hard wrap broke is one paragraph")
    func hardWrap() {
        let text = """
            Three towns on the eastern shore agreed on Tuesday to run their
            ferries on one timetable after months of talks between the Lake
            Ferry Authority and the mayors of the towns, officials of all
            sides said.

            The ferries will sail from June.
            """
        #expect(sections(text).map(\.kind) == [.body])
    }

    @Test(
        "long pages of one kind of line are read through",
        arguments: ["a\n", "Read also: x\n", "(", "A. ", "The town said so today.\n\n", "Їжа\n", "A (B) - "])
    func pathological(piece: String) {
        let bytes = Array(String(repeating: piece, count: 100_000 / piece.utf8.count).utf8)
        #expect(Self.reader.sections(of: bytes).sections.last?.bytes.upperBound == bytes.count)
    }
}

extension [Section.Kind] {
    /// Neighbours of one kind as one.
    fileprivate func merging() -> [Section.Kind] {
        reduce(into: []) { result, kind in if result.last != kind { result.append(kind) } }
    }
}

extension String {
    fileprivate func trimmingBlanks() -> String {
        let kept = drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return String(kept.reversed().drop { $0.isWhitespace }.reversed())
    }
}
