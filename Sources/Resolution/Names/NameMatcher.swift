package import Annotation

/// Compares names of one type; a pure function of both names and of the tables that ship with the program.
package struct NameMatcher: Sendable {
    private let tables: NameTables

    package init(tables: NameTables) { self.tables = tables }

    /// A name read for comparison. Reading costs more than comparing: keep it where a name is compared often.
    package enum ParsedName: Sendable {
        case person(PersonName)
        case place(PlaceName)
        case organization(OrganizationName)
    }

    package func parse(_ name: String, type: EntityType) -> ParsedName {
        switch type {
        case .person: .person(PersonName(name, tables: tables))
        case .location: .place(PlaceName(name, tables: tables))
        default: .organization(OrganizationName(name, tables: tables))
        }
    }

    /// The score of two names, with the reasons where they are asked for.
    package func match(_ first: ParsedName, _ second: ParsedName, explains: Bool = false) -> NameMatch {
        switch (first, second) {
        case (.person(let one), .person(let two)):
            return Self.symmetric(one, two) { PersonMatch.compare($0, $1, tables: tables, explains: explains) }
        case (.place(let one), .place(let two)): return PlaceName.compare(one, two, explains: explains)
        case (.organization(let one), .organization(let two)):
            return Self.symmetric(one, two) { OrganizationMatch.compare($0, $1, explains: explains) }
        default: return NameMatch(score: 0, reasons: [])
        }
    }

    /// The score of two names of one type.
    package func match(_ first: String, _ second: String, type: EntityType, explains: Bool = false) -> NameMatch {
        match(parse(first, type: type), parse(second, type: type), explains: explains)
    }

    /// The better of both directions, so that the order of the names never matters.
    private static func symmetric<Name>(_ first: Name, _ second: Name, _ compare: (Name, Name) -> NameMatch)
        -> NameMatch
    {
        let forth = compare(first, second)
        if forth.score >= 0.999 { return forth }
        let back = compare(second, first)
        return back.score > forth.score ? NameMatch(score: back.score, reasons: back.reasons.map(\.turned)) : forth
    }
}

extension NameReason {
    /// The same reason with the names in the other order.
    fileprivate var turned: NameReason {
        var turned = self
        (turned.first, turned.second) = (second, first)
        return turned
    }
}
