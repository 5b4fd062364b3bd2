import ArgumentParser
import Glibc
import Wire

/// The client of EntityWire on the command line.
@main
struct EntityWire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entitywire",
        abstract: "Submits news documents to EntityWire and asks who, where, when and what was said.",
        discussion: """
            Data goes to standard output, words to standard error. Tables are for people, --json (JSON Lines) for \
            programs. Every option of a connection may stand in the environment: ENTITYWIRE_SERVICE, \
            ENTITYWIRE_WORK_PORT, ENTITYWIRE_QUERY_PORT, ENTITYWIRE_FEED_PORT, ENTITYWIRE_KEY.

            Exit status: 0 done, 1 nothing found or ambiguous, 2 wrong usage, 3 refused, 4 service unreachable or \
            without an answer, 5 fault of the service, or it is not healthy, 6 partly refused, 130 ended by Ctrl-C.

            Completions: entitywire --generate-completion-script bash (zsh, fish); for bash, put its output into \
            ~/.local/share/bash-completion/completions/entitywire.
            """,
        version: Program.version,
        subcommands: [
            SubmitCommand.self, StatusCommand.self, DocumentsCommand.self, DocumentCommand.self, EntitiesCommand.self,
            EntityCommand.self, MentionsCommand.self, JobsCommand.self, WorkersCommand.self, WatchCommand.self,
            DeleteCommand.self, ExportCommand.self, VerifyCommand.self, ExtractCommand.self, CallCommand.self,
            BackupCommand.self, KeysCommand.self,
        ])

    static func main() async {
        // A reader that goes away (`| head`) shows as an error of write, not as a signal.
        signal(SIGPIPE, SIG_IGN)
        await finish(Interruption.race { await outcome(of: Array(CommandLine.arguments.dropFirst())) })
    }

    /// Runs the command that the arguments name; nil for success.
    static func outcome(of arguments: [String]) async -> Failure? {
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return nil
        } catch {
            return failure(error)
        }
    }

    /// The exit status and sentence for an error, also for those of the argument parser, whose help and version are no failures.
    static func failure(_ error: any Error) -> Failure? {
        if error is Failure || !(exitCode(for: error) == .validationFailure || exitCode(for: error) == .success) {
            return Failure(error)
        }
        if exitCode(for: error) == .success {
            print(fullMessage(for: error))
            return nil
        }
        return Failure(.usage, fullMessage(for: error))
    }

    private static func finish(_ failure: Failure?) -> Never {
        if let message = failure?.message {
            let text = failure?.status == .usage ? message : "entitywire: \(message)"
            Console(isQuiet: false, isJSON: false, environment: [:]).say(text)
        }
        fflush(nil)
        Glibc.exit((failure?.status ?? .success).rawValue)
    }
}
