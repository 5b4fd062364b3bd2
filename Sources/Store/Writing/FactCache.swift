/// The rows of entities and of forms that were met lately, so that the names that every document has cost no look-up.
///
/// Rows of both are never deleted. Whoever undoes an insertion forgets the whole cache.
struct FactCache: Sendable {
    private static let limit = 20_000

    private var entities: [Int64: Int64] = [:]
    /// By bytes: Swift's strings take composed and decomposed letters for equal, the file does not.
    private var forms: [[UInt8]: Int64] = [:]

    func entity(_ global: Int64) -> Int64? { entities[global] }

    func form(_ name: [UInt8]) -> Int64? { forms[name] }

    mutating func note(entity global: Int64, id: Int64) {
        if entities.count >= Self.limit { entities = [:] }
        entities[global] = id
    }

    mutating func note(form name: [UInt8], id: Int64) {
        if forms.count >= Self.limit { forms = [:] }
        forms[name] = id
    }
}
