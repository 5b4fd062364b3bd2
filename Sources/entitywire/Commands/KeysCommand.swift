import Access
import ArgumentParser
import Foundation

/// `entitywire keys`: who may submit, work, ask, listen and administer. Works on files; needs no running service.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Makes keys, and says who may do what with a service.",
        discussion: """
            A service started with --keys DIR lets in only those whose public key is in DIR/authorized, and notices \
            changes there within a second.

              on the service's machine    entitywire keys server --keys DIR
              there, or where it is used  entitywire keys new alice --server DIR/server.public
              on the service's machine    entitywire keys authorise alice.public --permission query --keys DIR
              where it is used            entitywire status --key alice.secret

            alice.secret stays where it is used; alice.public and server.public may be seen by anybody.
            """,
        subcommands: [
            KeysServerCommand.self, KeysNewCommand.self, KeysAuthoriseCommand.self, KeysListCommand.self,
            KeysRevokeCommand.self,
        ])
}

/// The options of every command about keys.
struct KeysOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The service's directory of keys. [ENTITYWIRE_KEYS]", valueName: "dir"))
    var keys: String?

    @Flag(help: "Write JSON Lines for programs.")
    var json = false

    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    func console() -> Console {
        Console(isQuiet: quiet, isJSON: json, environment: ProcessInfo.processInfo.environment)
    }

    /// The directory, from the option or the environment.
    func directory() throws -> KeyDirectory {
        guard let path = keys ?? ProcessInfo.processInfo.environment["ENTITYWIRE_KEYS"], !path.isEmpty else {
            throw Failure(.usage, "Say which directory of keys: --keys DIR, or ENTITYWIRE_KEYS.")
        }
        return KeyDirectory(path: path)
    }
}

extension Permission: ExpressibleByArgument {}

/// One who is let in, as JSON.
struct KeyRow: Encodable {
    let name: String
    let permissions: [String]
    let `public`: String

    init(_ key: AuthorizedKey) {
        name = key.name
        permissions = key.permissionNames
        `public` = key.userID
    }
}
