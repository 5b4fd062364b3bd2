import Foundation
import Glibc

/// `entitywire extract --stream` from its inputs to its output.
struct StreamFilter {
    /// Files, and `-` for standard input.
    var inputs: [String]
    var jobs: Int
    var timeLimit: Duration
    var options: StreamOptions
    /// A file that is written beside and gets its name at the end; nil for standard output.
    var output: String?
    /// Whether to leave everything as it is where the output is there.
    var resumes: Bool

    func run(_ console: Console) async throws {
        try options.validate()
        if resumes, let output, Self.isFile(output) {
            return console.note("\(output) is there already: nothing to do.")
        }
        let run = try StreamRun(jobs: jobs, timeLimit: timeLimit, options: options)
        let file = try output.map { try OutputFile($0) }
        let descriptors = try inputs.map { try Self.open($0) }
        do {
            let tally = try await run.run(descriptors) { outputs in
                let bytes = outputs.reduce(into: []) { $0 += $1.bytes }
                if let file { return try file.write(bytes) }
                console.write(bytes)
                console.flush()
            }
            try file?.commit()
            console.note(
                "\(Numbers.count(tally.lines, "line")), \(Numbers.count(tally.errors, "error"))"
                    + (output.map { ", written to \($0)." } ?? "."))
        } catch {
            file?.discard()
            throw error
        }
    }

    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private static func open(_ path: String) throws(Failure) -> Int32 {
        guard path != "-" else { return STDIN_FILENO }
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(.usage, "\(path) cannot be read: \(String(cString: strerror(errno))).")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            throw Failure(.usage, "\(path) is a folder: name its files.")
        }
        return descriptor
    }
}
