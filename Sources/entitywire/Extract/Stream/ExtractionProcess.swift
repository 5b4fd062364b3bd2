import Annotation
import Foundation
import Glibc

/// A process of this program that extracts one line after the other: what a text does to it harms nobody else.
///
/// It ends by itself when this one closes its end of the socket, however this one ends.
final class ExtractionProcess {
    /// What became of a line.
    enum Answer {
        case output(StreamOutput)
        /// The process ended before it answered.
        case died(String)
        /// The time was over, and the process was ended.
        case late
    }

    /// The hidden command that such a process runs.
    static let command = "extract-process"
    /// How long a process may take to load its model.
    private static let startLimit: Duration = .seconds(120)

    private let channel: FrameChannel
    private let pid: pid_t
    private var isEnded = false

    /// Starts a process and waits until it has loaded its model; nil where it died on the way.
    ///
    /// Throws a `Failure` where the system has no room for one, or it cannot work with these options.
    /// - Parameter program: the file of the program; by default this very one, whatever lies under its name by now.
    init?(program: String = "/proc/self/exe", options: StreamOptions) throws(Failure) {
        var sockets: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &sockets) == 0 else {
            throw Self.failure(errno)
        }
        defer { close(sockets[1]) }
        channel = FrameChannel(input: sockets[0], output: sockets[0])
        do {
            pid = try Self.spawn(program, over: sockets[1])
        } catch {
            close(sockets[0])
            throw error
        }
        guard fcntl(sockets[0], F_SETFL, O_NONBLOCK) == 0 else { throw Self.failure(errno) }
        let deadline = ContinuousClock.now + Self.startLimit
        guard let settings = try? CanonicalJSON.encode(options), (try? channel.send(settings, until: deadline)) != nil,
            let reply = try? channel.receive(until: deadline)
        else { return nil }
        if !reply.isEmpty { throw Failure(.usage, String(decoding: reply, as: UTF8.self)) }
    }

    deinit { _ = end(killing: true) }

    /// Has a line extracted.
    ///
    /// After any answer but an output the process is gone.
    func answer(_ line: LineReader.Line, within limit: Duration) -> Answer {
        let deadline = ContinuousClock.now + limit
        do throws(FrameChannel.Fault) {
            try channel.send(StreamRequest(line).bytes, until: deadline)
            return .output(try StreamReply.output(channel.receive(until: deadline)))
        } catch {
            let cause = end(killing: error == .late)
            return error == .late ? .late : .died(cause)
        }
    }

    /// Ends the process and waits for its end; what ended it, in words.
    ///
    /// - Parameter killing: false for one that closed its end: it is ending already, and its own end says more.
    private func end(killing: Bool) -> String {
        guard !isEnded else { return "" }
        isEnded = true
        shutdown(channel.input, Int32(SHUT_RDWR))
        if killing { kill(pid, SIGKILL) }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        close(channel.input)
        let signal = status & 0x7F
        return signal == 0 ? "with status \(status >> 8 & 0xFF)" : "by signal \(signal)"
    }

    /// Standard input and output are the socket; standard error is this program's own.
    private static func spawn(_ program: String, over socket: Int32) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
        let name = URL(fileURLWithPath: program).resolvingSymlinksInPath().path
        let variables = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        var arguments = copies(of: [name, command])
        var environment = copies(of: variables)
        defer { for pointer in arguments + environment { free(pointer) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, program, &actions, nil, &arguments, &environment)
        guard code == 0 else { throw failure(code) }
        return pid
    }

    /// A list of C, to be freed string by string.
    private static func copies(of strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
        strings.map { string in strdup(string) } + [nil]
    }

    private static func failure(_ code: Int32) -> Failure {
        Failure(.server, "A process to extract in cannot be started: \(String(cString: strerror(code))).")
    }
}
