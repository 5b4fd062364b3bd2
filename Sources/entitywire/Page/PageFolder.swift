import Foundation

/// A folder of pages, one a document, with an index.
struct PageFolder {
    static let index = "index.html"

    private let path: String
    private var used: Set<String> = ["index"]
    private var list = IndexPage()

    /// Makes the folder where it is not there; throws a `Failure` where that cannot be.
    init(_ path: String) throws(Failure) {
        self.path = path
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure(.usage, "\(path) cannot be a folder of pages: \(error.localizedDescription)")
        }
    }

    mutating func add(_ page: DocumentPage) throws {
        let file = makeName(page.path) + ".html"
        var page = page
        page.hasIndex = true
        try Self.write(page.html, to: "\(path)/\(file)")
        list.add(IndexPage.Row(page, page: file))
    }

    /// Writes the index, when all pages are there.
    func finish() throws { try Self.write(list.html, to: "\(path)/\(Self.index)") }

    static func write(_ html: String, to path: String) throws {
        let file = try OutputFile(path)
        try file.write(Array(html.utf8))
        try file.commit()
    }

    /// A name that no other page has, whatever the file system thinks of case: `a.txt` is `a`, a second one `a-2`.
    mutating func makeName(_ origin: String) -> String {
        let last = origin.split(separator: "/").last.map(String.init) ?? ""
        let stem = last.lowercased().hasSuffix(".txt") ? String(last.dropLast(4)) : last
        let allowed = stem.utf8.prefix(80).map { byte -> Character in
            let isWord = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isWord || byte == UInt8(ascii: "_") ? Character(Unicode.Scalar(byte)) : "-"
        }
        let base = allowed.isEmpty || allowed[0] == "-" ? "document" + String(allowed) : String(allowed)
        var name = base
        var number = 2
        while !used.insert(name.lowercased()).inserted {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }
}
