/// A partition of numbers into sets that can be joined: union by order, with path halving.
struct Partition {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    /// The least member of the set that holds the number.
    mutating func root(_ member: Int) -> Int {
        var member = member
        while parents[member] != member {
            parents[member] = parents[parents[member]]
            member = parents[member]
        }
        return member
    }

    /// Makes one set of two. The least member stays the root, so that the outcome does not depend on the order of joins.
    mutating func join(_ first: Int, _ second: Int) {
        let one = root(first)
        let two = root(second)
        parents[max(one, two)] = min(one, two)
    }
}
