import Access
import ArgumentParser

/// `entitywire keys authorise FILE --permission PERMISSION`
struct KeysAuthoriseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorise",
        abstract: "Lets the owner of a key in, or changes what its owner may do.",
        discussion: """
            submit  hand in documents, also with their results
            work    take jobs and give results back: what an extractor needs
            query   ask
            feed    listen to the feed
            admin   delete, retry and what else changes something
            """,
        aliases: ["authorize"])

    @Argument(help: "The owner's NAME.public.")
    var file: String
    @Option(name: .customLong("permission"), parsing: .upToNextOption, help: "What the owner may do; one or more.")
    var permissions: [Permission]
    @OptionGroup var options: KeysOptions

    func run() throws {
        let console = options.console()
        defer { console.flush() }
        let key = try options.directory().authorise(path: file, permissions: Set(permissions))
        if console.isJSON { try console.json(KeyRow(key)) }
        console.note("\(key.name) may: \(key.permissionNames.joined(separator: ", ")).")
    }
}
