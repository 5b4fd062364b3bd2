package import Annotation

/// A form as people name it in a correction: any evidence where the evidence is left out.
package struct FormReference: Sendable, Hashable, Codable {
    package var type: EntityType
    package var folded: String
    /// The line of evidence that `Form.evidence` gives; nil for all forms of that name.
    package var evidence: String?

    package init(type: EntityType, folded: String, evidence: String? = nil) {
        self.type = type
        self.folded = folded
        self.evidence = evidence
    }

    package func names(_ form: Form) -> Bool {
        form.type == type && form.folded.utf8.elementsEqual(folded.utf8) && evidence.map { $0 == form.evidence } ?? true
    }
}

/// What people have said of forms: which are one and which are not, in whatever order they said it.
package struct Corrections: Sendable {
    /// Pairs that are one entity.
    package var merged: [(FormReference, FormReference)] = []
    /// Pairs that never are.
    package var apart: [(FormReference, FormReference)] = []

    /// Names that are no name.
    package var falseNames: [FormReference] = []

    package init() {}

    package func areFalse(_ form: Form) -> Bool { falseNames.contains { $0.names(form) } }

    package func areMerged(_ first: Form, _ second: Form) -> Bool { Self.has(merged, first, second) }
    package func areApart(_ first: Form, _ second: Form) -> Bool { Self.has(apart, first, second) }

    package var isEmpty: Bool { merged.isEmpty && apart.isEmpty && falseNames.isEmpty }

    private static func has(_ pairs: [(FormReference, FormReference)], _ first: Form, _ second: Form) -> Bool {
        pairs.contains { $0.names(first) && $1.names(second) || $0.names(second) && $1.names(first) }
    }

    /// The names that a form was merged with.
    func partners(of form: Form) -> [FormReference] {
        merged.compactMap { $0.names(form) ? $1 : $1.names(form) ? $0 : nil }
    }
}
