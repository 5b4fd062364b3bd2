import Annotation
import ArgumentParser
import ClientKit
import Wire

/// `entitywire verify`
struct VerifyCommand: AsyncParsableCommand, Sendable {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Re-reads texts and proves each fact found in them.",
        usage: "entitywire verify [<text> ...] [<options>]",
        discussion: """
            Without arguments all stored annotations are proved, with keys those of these documents. With --file a file \
            of annotations is proved against the texts named, without a service.
            """)

    @Argument(help: ArgumentHelp("Keys of documents; with --file the files of the texts.", valueName: "key|text"))
    var names: [String] = []
    @Option(help: ArgumentHelp("Annotations as export annotations writes them.", valueName: "annotations.jsonl"))
    var file: String?
    @OptionGroup var global: GlobalOptions

    mutating func validate() throws {
        if file != nil, names.isEmpty { throw ValidationError("Name the files of the texts, or their folder.") }
    }

    func run() async throws {
        let console = global.console()
        defer { console.flush() }
        var verification = Verification(console: console)
        if let file {
            try OfflineVerification(texts: names).run(file, &verification)
        } else {
            let names = names
            verification = try await ServiceClient.with(try global.clientOptions()) { client in
                try await Self.verify(names, client, console)
            }
        }
        console.endProgress()
        try verification.finish()
    }

    private static func verify(
        _ keys: [String], _ client: ServiceClient, _ console: Console
    ) async throws -> Verification {
        var verification = Verification(console: console)
        for key in keys {
            let document = try await client.document(key)
            guard let annotation = document.annotation else {
                throw Failure(
                    .nothingFound,
                    "\(ShortKey.of(document.document)) has no annotation yet: it is \(document.state.rawValue).")
            }
            try verification.check(annotation, against: Array(document.text.utf8))
        }
        guard keys.isEmpty else { return verification }
        for try await item in client.annotations(withText: true) {
            try verification.check(item.annotation, against: Array((item.text ?? "").utf8))
            if verification.documents % 100 == 0 {
                console.progress("\(Numbers.grouped(verification.documents)) documents proved")
            }
        }
        return verification
    }
}
