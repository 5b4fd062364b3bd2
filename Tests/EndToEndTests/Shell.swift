import Foundation

/// A script of bash in an empty folder of its own, with the programs of this package on its path: for what happens between
/// programs and the shell, the system and each other.
///
/// `texts FOLDER COUNT` makes texts. `serve FOLDER [options]` starts a service there and sets `SERVICE`, `METRICS` and
/// the variables of the ports; its log is `FOLDER/log`. `await COMMAND` repeats a command until it succeeds, for half a
/// minute. `stop PID` ends a program in order, within 15 seconds, with its exit code. What the script leaves running is
/// killed at its end.
enum Shell {
    struct Result {
        var code: Int32
        var output: String

        /// The lines that begin with a word, without it: `say` of the script.
        func values(_ name: String) -> [String] {
            output.split(separator: "\n").filter { $0.hasPrefix("\(name) ") }.map {
                String($0.dropFirst(name.count + 1))
            }
        }
    }

    // swift-format-ignore: a script's lines are its own.
    private static let prelude = """
        trap 'kill -9 $(jobs -p) 2> /dev/null' EXIT
        texts() { mkdir -p $1; for i in $(seq $2); do echo "Anna Novak of Oslo met Boris Petrov in Riga on Thursday. Report $i of $1 said that the minister would visit Warsaw next week." > $1/t$i.txt; done; }
        await() { for i in $(seq 300); do "$@" > /dev/null 2>&1 && return; sleep 0.1; done; echo "awaited in vain: $*"; return 1; }
        stop() { kill $1; for i in $(seq 150); do kill -0 $1 2> /dev/null || break; sleep 0.1; done; kill -9 $1 2> /dev/null; wait $1; }
        serve() {
            mkdir -p $1; : > $1/out
            entitywire-service --database $1/case.db --work-port 0 --query-port 0 --feed-port 0 --min-free 0 "${@:2}" > $1/out 2>> $1/log & SERVICE=$!
            until grep -q '^ready work' $1/out; do sleep 0.05; kill -0 $SERVICE 2> /dev/null || return 1; done
            ports $1/out; }
        ports() {
            read -r _ w q f <<< "$(grep '^ready work' $1)"
            export ENTITYWIRE_WORK_PORT=${w#work=} ENTITYWIRE_QUERY_PORT=${q#query=} ENTITYWIRE_FEED_PORT=${f#feed=}
            METRICS=$(sed -n 's/^ready metrics=//p' $1); }

        """

    /// Runs a script to its end; its standard error is part of the output.
    static func run(_ script: String) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shell-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let process = try RunningProcess(
            executable: "/bin/bash", ["-c", "cd '\(folder.path)' && exec 2>&1\n" + prelude + script],
            environment: ["PATH": "\(RunningProcess.products.path):\(path)"])
        return Result(code: process.waitForExit(), output: process.standardOutput)
    }
}
