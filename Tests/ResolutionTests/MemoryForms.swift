import Annotation
import Resolution

/// Forms and their entities in memory, changed one form at a time as the store does it.
struct MemoryForms: FormSource {
    private var blocks: [Int64: Set<Form>] = [:]
    private(set) var entities: [Form: UInt64] = [:]
    private(set) var mostTouched = 0
    let resolver: Resolver
    var corrections = Corrections()

    init(resolver: Resolver) { self.resolver = resolver }

    func forms(withBlock key: Int64, limit: Int) -> [Form] { Array((blocks[key] ?? []).prefix(limit)) }

    mutating func add(_ form: Form) throws {
        guard entities[form] == nil else { return }
        for key in resolver.blockKeys(of: form) { blocks[key, default: []].insert(form) }
        entities[form] = 0
        try take(resolver.resolve(appeared: [form], in: self, corrections: corrections))
    }

    mutating func remove(_ form: Form) throws {
        guard entities.removeValue(forKey: form) != nil else { return }
        let near = try resolver.affected(by: form, in: self, corrections: corrections)
        for key in resolver.blockKeys(of: form) { blocks[key]?.remove(form) }
        try take(resolver.resolve(appeared: [], touched: near, in: self, corrections: corrections))
    }

    private mutating func take(_ assignments: [Assignment]) throws {
        mostTouched = max(mostTouched, assignments.count)
        for assignment in assignments { entities[assignment.form] = assignment.entity }
    }

    /// Whether two names, each of one form, are one entity.
    func areOne(_ first: Form, _ second: Form) -> Bool { entities[first] != nil && entities[first] == entities[second] }
}
