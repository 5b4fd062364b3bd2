import ArgumentParser
import CommandSupport
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
            without an answer, 5 fault of the service, or it is not healthy, 6 partly refused, 7 an output cannot be \
            written, 130 ended by Ctrl-C.

            Completions: entitywire --generate-completion-script bash (zsh, fish); for bash, put its output into \
            ~/.local/share/bash-completion/completions/entitywire.
            """,
        version: Program.version,
        subcommands: [
            SubmitCommand.self, StatusCommand.self, DocumentsCommand.self, DocumentCommand.self, EntitiesCommand.self,
            EntityCommand.self, MentionsCommand.self, JobsCommand.self, WorkersCommand.self, WatchCommand.self,
            DeleteCommand.self, ExportCommand.self, VerifyCommand.self, ExtractCommand.self, CallCommand.self,
            BackupCommand.self, KeysCommand.self, ExtractProcessCommand.self,
        ])

    static func main() async {
        StandardStreams.prepare()
        await finish(Interruption.race { await outcome(of: Array(CommandLine.arguments.dropFirst())) })
    }

    /// Runs the command that the arguments name; nil for success.
    static func outcome(of arguments: [String]) async -> Failure? {
        do {
            if let problem = ShortOptions.problem(arguments, known: "hjoq") { throw ValidationError(problem) }
            if let problem = ArgumentCheck.problem(arguments, of: Self.self) {
                throw ValidationError(problem)
            }
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

    /// What an error means, those of the argument parser included: its help and version are no failures.
    static func failure(_ error: any Error) -> Failure? {
        if error is Failure || !(exitCode(for: error) == .validationFailure || exitCode(for: error) == .success) {
            return Failure(error)
        }
        guard exitCode(for: error) == .success else { return Failure(.usage, fullMessage(for: error)) }
        let (_, lost) = Descriptor.write(Array("\(fullMessage(for: error))\n".utf8), to: STDOUT_FILENO)
        return lost == 0 || lost == EPIPE ? nil : .output(lost)
    }

    private static func finish(_ failure: Failure?) -> Never {
        if let message = failure?.message {
            // The usage takes several lines; in every other sentence a line end is part of some name.
            let text = failure?.status == .usage ? message : "entitywire: \(Sanitised.line(message))"
            Console(isQuiet: false, isJSON: false, environment: [:]).say(text)
        }
        fflush(nil)
        Glibc.exit((failure?.status ?? .success).rawValue)
    }
}
