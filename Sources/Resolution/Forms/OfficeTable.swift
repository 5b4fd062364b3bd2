/// The field of life of an office: what tells the health minister from the footballer of the same name.
struct OfficeTable: Sendable {
    private let fields: [String: String]

    init(lines: [TableLine]) {
        var fields: [String: String] = [:]
        for line in lines where line.count > 1 {
            for word in line[1].split(separator: " ") { fields[String(word)] = line[0] }
        }
        self.fields = fields
    }

    /// `government` for "Foreign Minister", `sport` for "striker"; nil where no word of the office is known.
    func field(of office: String) -> String? {
        for word in office.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
            if let field = fields[String(word)] ?? (word.hasSuffix("s") ? fields[String(word.dropLast())] : nil) {
                return field
            }
        }
        return nil
    }

    /// Fields that one person rarely has both of.
    static func contradict(_ first: String, _ second: String) -> Bool {
        let outside: Set<String> = ["sport", "arts", "crime"]
        let state: Set<String> = ["government", "military", "law", "religion", "science"]
        return outside.contains(first) && state.contains(second) || state.contains(first) && outside.contains(second)
            || first != second && outside.contains(first) && outside.contains(second)
    }
}
