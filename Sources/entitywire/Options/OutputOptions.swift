import ArgumentParser
import Foundation

/// How a command shows what it found.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Write JSON Lines for programs.")
    var json = false

    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    /// - Parameter goesOnWithoutOutput: whether the work is more than its data.
    func console(goesOnWithoutOutput: Bool = false) -> Console {
        Console(
            isQuiet: quiet, isJSON: json, environment: ProcessInfo.processInfo.environment,
            goesOnWithoutOutput: goesOnWithoutOutput)
    }
}
