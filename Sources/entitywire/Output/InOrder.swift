/// Gives results that come in any order out in the order of their numbers.
struct InOrder<Value> {
    private var waiting: [Int: Value] = [:]
    /// The number that is given out next.
    private(set) var next = 0

    /// Takes a result in; those that can go out now, in order.
    mutating func add(_ value: Value, at index: Int) -> [Value] {
        waiting[index] = value
        var ready: [Value] = []
        while let value = waiting.removeValue(forKey: next) {
            ready.append(value)
            next += 1
        }
        return ready
    }
}
