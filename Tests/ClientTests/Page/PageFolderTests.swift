import Annotation
import Foundation
import Testing

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
            #expect(links == ["a.html", "A-2.html", "docs-jsonl-7.html"])
            for link in links {
                let page = try String(contentsOfFile: "\(path)/\(link)", encoding: .utf8)
                #expect(page.contains("href=\"index.html\""))
            }
            #expect(index.contains("Minister &lt;b&gt;&amp;&quot;Ann␛[31m"))
            #expect(!index.contains("<script"))
        }
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
