/// Looks at arguments such as `-dash.txt` before the parser does, which reads them as a row of one-letter options: the
/// h of `-dash.txt` would ask for the help, and end with success.
package enum ShortOptions {
    /// What is wrong with the first argument that holds a letter that is no option; nil where there is none.
    ///
    /// - Parameter known: the letters that are options.
    package static func problem(_ arguments: [String], known: String) -> String? {
        for argument in arguments {
            if argument == "--" { return nil }
            guard argument.hasPrefix("-"), !argument.hasPrefix("--") else { continue }
            let letters = argument.dropFirst()
            // A number may be below zero.
            guard let first = letters.first, !(first.isNumber || first == ".") else { continue }
            guard let unknown = letters.first(where: { !known.contains($0) }) else { continue }
            let option = letters.count == 1 ? argument : "-\(unknown) (in \(argument))"
            return "There is no option \(option). A file of that name is named ./\(argument)."
        }
        return nil
    }
}
