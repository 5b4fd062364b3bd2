import ArgumentParser

/// Trains and judges the recogniser. Not in the user's image.
@main
struct Lab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entitywire-lab", abstract: "Trains and judges the recogniser, judges the matcher of names.",
        subcommands: [
            FitCommand.self, EvaluateCommand.self, TagCommand.self, MatchCommand.self,
        ])
}
