import ArgumentParser
import ClientKit
import Wire

/// `entitywire backup NAME`
struct BackupCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the database into a file at the service's host, while the service works.",
        usage: "entitywire backup <name> [<options>]",
        discussion: """
            The file lies where the service runs, not here: in the folder of its --backups, or in `backups` beside its \
            database. It is complete, checked and on the disk when this command ends; nothing is ever overwritten. \
            It waits for four hours, or for --timeout; `entitywire status` shows how far the backup is. If this command is \
            ended, the service finishes the backup all the same.
            Put a backup in place with: entitywire-service --restore NAME
            """)

    @Argument(help: "The file's name: letters, digits, dots, dashes and underscores.")
    var name: String
    @OptionGroup var global: GlobalOptions

    var changesSomething: Bool { true }

    func run(_ client: ServiceClient, _ console: Console) async throws {
        let start = ContinuousClock.now
        let backup = try await client.backup(
            name, timeout: global.connection.timeout.map { .milliseconds(Int($0 * 1_000)) })
        let seconds = Double((ContinuousClock.now - start) / .seconds(1))
        if console.isJSON { try console.json(backup) }
        console.note(
            "Backed up to \(backup.file) at the service's host: \(Numbers.bytes(backup.bytes)), "
                + "\(Numbers.count(backup.documents, "document")), in \(Numbers.rate(seconds)) s.")
        console.hint("To put it in place: stop the service, then entitywire-service --restore \(name)")
    }
}
