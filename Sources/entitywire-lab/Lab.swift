import ArgumentParser

/// Trains the recogniser, and judges it and the whole reading. Not in the user's image.
@main
struct Lab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entitywire-lab",
        abstract: "Trains the recogniser, and judges it, what is read, and the matcher of names.",
        subcommands: [
            FitCommand.self, EvaluateCommand.self, TagCommand.self, ScoreCommand.self, CheckCommand.self,
            MatchCommand.self,
        ])
}
