import ArgumentParser

/// Looks at the arguments for what the parser would take and do silently wrong: a command that is misspelt, and an option
/// given twice, of which the last would win.
enum ArgumentCheck {
    /// The options that may be given several times: their values are joined.
    private static let repeatable: Set<String> = ["--tag", "--entity", "--permission"]

    /// What is wrong, in one sentence; nil where nothing is.
    static func problem(_ arguments: [String], of command: any ParsableCommand.Type) -> String? {
        misspelt(arguments[...], of: command) ?? repeated(arguments)
    }

    private static func misspelt(_ arguments: ArraySlice<String>, of command: any ParsableCommand.Type) -> String? {
        let commands = command.configuration.subcommands
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments
        guard !commands.isEmpty, let name = words.first, !name.hasPrefix("-"), name != "help" else { return nil }
        if let known = commands.first(where: { $0._commandName == name }) {
            return misspelt(words.dropFirst(), of: known)
        }
        let nearest = commands.map { (EditDistance.between(name, $0._commandName), $0._commandName) }.min { $0 < $1 }
        guard let nearest, nearest.0 <= max(1, name.count / 3) else {
            return "There is no command \(name): entitywire --help lists them."
        }
        return "There is no command \(name). Did you mean \(nearest.1)?"
    }

    private static func repeated(_ arguments: [String]) -> String? {
        var seen: Set<String> = []
        for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
            let name = String(argument.prefix { $0 != "=" })
            if !seen.insert(name).inserted, !repeatable.contains(name) {
                return "\(name) is given twice: give it once."
            }
        }
        return nil
    }
}

/// How many letters to add, leave out, change or swap with their neighbour to make one word of another (Damerau 1964, in
/// the form that edits no letter twice).
enum EditDistance {
    static func between(_ one: String, _ other: String) -> Int {
        let (a, b) = (Array(one), Array(other))
        var rows = [Array(0...b.count)]
        for (i, letter) in a.enumerated() {
            var row = [i + 1]
            for (j, against) in b.enumerated() {
                var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (letter == against ? 0 : 1))
                if i > 0, j > 0, letter == b[j - 1], a[i - 1] == against { least = min(least, rows[i - 1][j - 1] + 1) }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
