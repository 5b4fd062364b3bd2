import Access
import ArgumentParser

/// `entitywire keys revoke NAME`
struct KeysRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Lets somebody in no longer; a running service ends what that one has within a second.")

    @Argument(help: "The name, as `keys list` shows it.")
    var name: String
    @OptionGroup var options: KeysOptions

    func run() throws {
        let console = options.console()
        defer { console.flush() }
        try options.directory().revoke(name)
        console.note("\(name) is not let in any more.")
    }
}
