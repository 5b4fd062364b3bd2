/// What a JSON value must look like: as much of JSON Schema as the annotation needs.
package indirect enum Shape: Sendable {
    /// - Parameters:
    ///   - pattern: a regular expression, without anchors, that the whole string matches.
    ///   - length: in characters.
    case string(pattern: String? = nil, length: ClosedRange<Int>? = nil)
    case integer(minimum: Int)
    case number(ClosedRange<Double>? = nil)
    case boolean
    /// One of some strings.
    case choice([String])
    case list(Shape, maximum: Int? = nil)
    case object(ObjectShape)
}

/// An object with its members.
package struct ObjectShape: Sendable {
    /// A member of an object.
    package struct Member: Sendable {
        package var name: String
        package var shape: Shape
        package var isRequired: Bool
        /// A sentence for the reader of the schema.
        package var meaning: String
    }

    package var meaning: String
    /// In the order in which a person reads them.
    package var members: [Member]

    package init(_ meaning: String, _ members: [Member]) {
        self.meaning = meaning
        self.members = members
    }
}

extension ObjectShape.Member {
    /// A member that is always there.
    package static func always(_ name: String, _ shape: Shape, _ meaning: String) -> Self {
        Self(name: name, shape: shape, isRequired: true, meaning: meaning)
    }

    /// A member that is absent where there is nothing to say.
    package static func maybe(_ name: String, _ shape: Shape, _ meaning: String) -> Self {
        Self(name: name, shape: shape, isRequired: false, meaning: meaning)
    }
}
