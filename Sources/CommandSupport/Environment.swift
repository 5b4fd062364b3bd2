import Foundation

/// Defaults of options from environment variables: `--work-port` is also `ENTITYWIRE_WORK_PORT`.
package enum Environment {
    /// The value of a variable that is set and not empty.
    package static func string(_ name: String) -> String? {
        guard let value = ProcessInfo.processInfo.environment["ENTITYWIRE_\(name)"], !value.isEmpty else { return nil }
        return value
    }

    /// The whole number that a variable holds. A variable that holds none ends the program with a sentence that names it.
    package static func int(_ name: String) -> Int? { number(name, Int.init) }

    /// The number that a variable holds, as ``int(_:)``.
    package static func double(_ name: String) -> Double? { number(name, Double.init) }

    private static func number<Number>(_ name: String, _ read: (String) -> Number?) -> Number? {
        guard let text = string(name) else { return nil }
        guard let number = read(text) else {
            let message =
                "entitywire: the environment variable ENTITYWIRE_\(name) holds \(text), which is not a number\n"
            _ = Descriptor.write(Array(message.utf8), to: STDERR_FILENO)
            exit(2)
        }
        return number
    }

    /// True where the variable is `1`, `true` or `yes`.
    package static func flag(_ name: String) -> Bool {
        ["1", "true", "yes"].contains(string(name)?.lowercased())
    }
}
