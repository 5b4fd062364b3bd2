import Access
import ArgumentParser

/// `entitywire keys server --keys DIR`
struct KeysServerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "server",
        abstract: "Makes the service's own key if there is none, and shows its public half.",
        discussion: "A service that is started with --keys does the same.")

    @OptionGroup var options: KeysOptions

    func run() throws {
        let console = options.console()
        defer { console.flush() }
        let directory = try options.directory()
        console.print(try directory.makeServerID())
        console.note("Who makes a key needs this: as \(directory.path)/server.public, or as the line above.")
    }
}
