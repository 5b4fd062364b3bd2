import ArgumentParser

/// What `extract --stream` runs to extract in; for nobody else.
struct ExtractProcessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ExtractionProcess.command, abstract: "Extracts for `extract --stream`.", shouldDisplay: false)

    func run() { ExtractionLoop().run() }
}
