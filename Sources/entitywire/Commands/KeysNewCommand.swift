import Access
import ArgumentParser

/// `entitywire keys new NAME --server FILE`
struct KeysNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Makes a key: NAME.secret to keep, NAME.public for the operator of the service.")

    @Argument(help: "What people and logs call its owner.")
    var name: String
    @Option(
        help: ArgumentHelp(
            "A copy of the service's server.public, or the key itself; not needed with --keys.", valueName: "file"))
    var server: String?
    @Option(help: ArgumentHelp("Where to write the two files.", valueName: "dir"))
    var output = "."
    @OptionGroup var options: KeysOptions

    func run() throws {
        let console = options.console()
        defer { console.flush() }
        let key = try ClientKey.random(name: name, serverKeyOf: try service())
        let paths = try key.write(into: output)
        console.print(paths.public)
        console.note("\(paths.secret) is the key: keep it, and give it with --key.")
        console.hint("On the service's machine: entitywire keys authorise \(name).public --permission query --keys DIR")
    }

    private func service() throws -> ServerReference {
        if let server { return ServerReference(server) }
        do {
            return .directory(try options.directory())
        } catch {
            throw Failure(.usage, "Say which service the key is for: --server FILE, a copy of its server.public.")
        }
    }
}
