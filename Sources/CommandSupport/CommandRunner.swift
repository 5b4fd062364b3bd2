package import ArgumentParser
import Glibc

/// How the services begin and end: the streams made safe, the arguments read, each end told by a code and a sentence.
package enum CommandRunner {
    /// The exit codes of the services; those of the client are a superset.
    package enum Code {
        package static let failure: Int32 = 1
        package static let usage: Int32 = 2
        package static let output: Int32 = 7
    }

    /// Runs a command with the arguments of the process, and ends the process.
    ///
    /// SIGHUP is ignored from the first moment on: there may be something to read anew, never a reason to end.
    package static func run<Command: AsyncParsableCommand>(_ command: Command.Type) async -> Never {
        StandardStreams.prepare()
        signal(SIGHUP, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        let code: Int32
        do {
            if let problem = ShortOptions.problem(arguments, known: "h") { throw ValidationError(problem) }
            var command = try Command.parse(arguments)
            try await command.run()
            code = 0
        } catch {
            code = end(Command.self, error)
        }
        Announcement.flush()
        exit(code)
    }

    /// Says what an error means; the exit code.
    private static func end(_ command: (some ParsableCommand).Type, _ error: any Error) -> Int32 {
        switch command.exitCode(for: error) {
        case .success: return show(command.fullMessage(for: error), by: command._commandName)
        case .validationFailure:
            say(command.fullMessage(for: error))
            return Code.usage
        case let code where error is ExitCode: return code.rawValue
        default:
            say("\(command._commandName): \(error)")
            return Code.failure
        }
    }

    /// Writes a text that was asked for, such as the help, to standard output; the exit code.
    package static func show(_ text: String, by program: String) -> Int32 {
        let (_, error) = Descriptor.write(Array("\(text)\n".utf8), to: STDOUT_FILENO)
        // A reader that went away has seen what it wanted.
        if error == 0 || error == EPIPE { return 0 }
        say("\(program): standard output: \(Descriptor.words(for: error)).")
        return Code.output
    }

    private static func say(_ text: String) {
        _ = Descriptor.write(Array("\(Sanitised.lines(text))\n".utf8), to: STDERR_FILENO)
    }
}
