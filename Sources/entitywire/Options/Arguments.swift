public import Annotation
public import ArgumentParser
public import Wire

extension EntityType: ExpressibleByArgument {
    /// In any case: `person` is PERSON.
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension DocumentState: ExpressibleByArgument {}
