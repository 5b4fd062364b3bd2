import ArgumentParser

/// The options of `extract --stream`.
struct StreamArguments: ParsableArguments {
    @Flag(
        help: """
            Be a filter: one line of JSON out for each line of JSON Lines in, in order, compressed input unpacked; what \
            cannot be extracted becomes a line with an error.
            """)
    var stream = false
    @Option(
        help: ArgumentHelp(
            "With --stream: fields of the input to give back: source,url.", valueName: "fields"))
    var keep: String?
    @Option(
        help: ArgumentHelp("With --stream: how long one text may take. (default: 60)", valueName: "seconds"))
    var timeLimit: Double?
    @Option(
        help: ArgumentHelp(
            "With --stream: write to a file, which gets its name when it is complete.", valueName: "file"),
        completion: .file())
    var output: String?
    @Flag(help: "With --output: do nothing where that file is there already.")
    var resume = false

    mutating func validate() throws {
        if let timeLimit, !(timeLimit >= 0.001 && timeLimit <= 86_400) {
            throw ValidationError("--time-limit takes seconds, from 0.001 to 86400.")
        }
        if resume, output == nil { throw ValidationError("--resume needs --output: that file may be there already.") }
        guard !stream else { return }
        for (name, isGiven) in [("keep", keep != nil), ("time-limit", timeLimit != nil), ("output", output != nil)]
        where isGiven {
            throw ValidationError("--\(name) needs --stream.")
        }
    }

    /// The names that `--keep` lists.
    var kept: [String] {
        keep?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) ?? []
    }

    var limit: Duration { .milliseconds(Int((timeLimit ?? 60) * 1_000)) }
}
