import Annotation
import Foundation
import Testing
import Wire

@testable import entitywire

@Suite struct PageFolderTests {
    static func withFolder(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    static func page(_ origin: String) -> DocumentPage {
        DocumentPage(
            text: SampleDocument.text, annotation: SampleDocument.annotation, submissions: [], origin: origin)
    }

    @Test func theIndexLinksEveryPageAndEachPageTheIndex() throws {
        try Self.withFolder { path in
            var output = try PageOutput(path, isFolder: true)
            for origin in ["in/a.txt", "in/b/A.txt", "docs.jsonl:7"] { try output.add(Self.page(origin)) }
            let first = try output.finish(path)
            let index = try String(contentsOfFile: first, encoding: .utf8)
            let links = index.matches(of: /href="([^"]*)"/).map { String($0.1) }
            #expect(links == ["A-2.html", "a.html", "docs-jsonl-7.html"])
            for link in links {
                let page = try String(contentsOfFile: "\(path)/\(link)", encoding: .utf8)
                #expect(page.contains("href=\"index.html\""))
            }
            #expect(index.contains("Minister &lt;b&gt;&amp;&quot;Ann␛[31m"))
            #expect(!index.contains("<script"))
        }
    }

    /// The targets of an index page's links in order.
    static func links(_ index: IndexPage) -> [String] {
        index.html.matches(of: /<a href="([^"]*)"/).map { String($0.1) }
    }

    static func row(_ origin: String, _ published: String?) -> IndexPage.Row {
        let document = DocumentPage(
            text: "Ships came.", annotation: Annotation(document: "k", extractor: ""),
            submissions: [Submission(published: published)], origin: origin)
        return IndexPage.Row(document, page: origin)
    }

    @Test func theIndexGoesFromTheNewestToWhatHasNoDateAndThenByFile() {
        var index = IndexPage()
        let rows = [
            ("b_10", nil), ("b_2", nil), ("x", "2024-02-15"), ("y", "2024-03-01"), ("z", "2023"), ("a", "2024-02-15"),
        ]
        for (origin, published) in rows { index.add(Self.row(origin, published)) }
        let groups = ["#2024-03-1", "#2024-02-1", "#2023-1", "#undated-1"]
        #expect(Self.links(index) == groups + ["y", "a", "x", "z", "b_2", "b_10"])
        #expect(index.html.contains(">February 2024</h2>"))
        #expect(index.html.contains("0 quotations · 0 names · 2 without a date"))
    }

    @Test func aLargeIndexIsPartedIntoGroupsThatLinksLeadTo() throws {
        var index = IndexPage()
        for number in 1...900 {
            index.add(Self.row("text_\(number)", number > 450 ? "2024-02-0\(number % 9 + 1)" : nil))
        }
        let links = Self.links(index)
        let groups = links.filter { $0.hasPrefix("#") }
        #expect(groups.count == 10)
        #expect(groups.allSatisfy { index.html.contains("id=\"\($0.dropFirst())\"") })
        #expect(links.count == 910)
        #expect(index.html.contains(">No date, text_1 to text_90</h2>"))
    }

    @Test func aTitleIsThatOfTheTextElseTheGivenOneElseTheFirstWords() {
        let long = String(repeating: "harbour news ", count: 20)
        func origin(_ text: String, _ submissions: [Submission]) -> PageOrigin {
            PageOrigin(text, Annotation(document: "k", extractor: ""), submissions, file: "a.txt")
        }
        #expect(Self.page("a.txt").origin.title.hasPrefix("Minister"))
        #expect(origin(long, [Submission(title: "Given")]).title == "Given")
        #expect(origin("\n\n * \n" + long, []).title.hasSuffix(" harbour…"))
        #expect(origin("\n\n * \n" + long, []).title.count < 91)
        #expect(origin("---", []).title == "a.txt")
        #expect(origin("x", [Submission(id: "2024/b.txt", published: "2024-02")]).file == "2024/b.txt")
        #expect(origin("x", [Submission(published: "2024-02")]).published == "2024-02")
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("..", "document--"), ("", "document"), ("index.txt", "index-2"),
        ("a b\"<.txt", "a-b--"), ("стаття.txt", "document------------"),
    ])
    func aPageNeverLeavesItsFolder(origin: String, name: String) throws {
        try Self.withFolder { path in
            var folder = try PageFolder(path)
            #expect(folder.makeName(origin) == name)
        }
    }

    @Test func oneTextIsOneFile() throws {
        try Self.withFolder { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            var output = try PageOutput("\(path)/page.html", isFolder: false)
            try output.add(Self.page("a.txt"))
            #expect(try output.finish("\(path)/page.html") == "\(path)/page.html")
            #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["page.html"])
        }
    }
}
