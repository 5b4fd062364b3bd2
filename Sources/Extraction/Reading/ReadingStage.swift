/// One stage of the reading: takes what is known, adds its own layers. Pure.
package protocol ReadingStage: Sendable {
    /// Names the stage in benchmarks: `quotes`.
    var name: String { get }
    /// The layers that must be there before it; the words of the view always are.
    var reads: Set<ReadingLayer> { get }
    /// The layers that it fills or adds to.
    var adds: Set<ReadingLayer> { get }
    func read(_ reading: inout Reading)
}

/// A part of what is known of a document.
package enum ReadingLayer: Sendable, CaseIterable {
    /// What the recogniser found; there from the beginning.
    case recognized
    /// The names as the rules leave them.
    case names
    /// The mentions of names and their entities.
    case entities
    /// The offices and whom the text names as their holders.
    case offices
    /// The mentions of nominals and pronouns.
    case coreference
    case roles
    case quotes, dates, quantities, sources
}

/// Puts stages into the order that follows from what they read and add.
enum ReadingOrder {
    /// The stages, each behind those that add what it reads; otherwise as they are given.
    ///
    /// - Precondition: no two stages wait for each other, and each layer that is read is added by a stage or given.
    static func sorted(_ stages: [any ReadingStage], given: Set<ReadingLayer> = [.recognized]) -> [any ReadingStage] {
        var waiting = stages
        var sorted: [any ReadingStage] = []
        while !waiting.isEmpty {
            let ready = waiting.firstIndex { stage in
                stage.reads.subtracting(given).allSatisfy { layer in
                    !waiting.contains { $0.name != stage.name && $0.adds.contains(layer) }
                }
            }
            guard let ready else { preconditionFailure("\(waiting.map(\.name)) wait for each other") }
            sorted.append(waiting.remove(at: ready))
        }
        return sorted
    }
}
