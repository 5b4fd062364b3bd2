/// Reads Prometheus' text format 0.0.4 strictly, as `promtool check metrics` would: a line that breaks a rule is an error.
struct PrometheusText {
    struct Problem: Error, CustomStringConvertible {
        let line: String
        let description: String
    }

    /// By name and labels as they are written: `jobs{state="ready"}`.
    private(set) var values: [String: Double] = [:]
    private(set) var types: [String: String] = [:]
    private var helped: Set<String> = []
    /// The family that the last lines were of; one that ended may not come again.
    private var current = ""
    private var ended: Set<String> = []

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Problem(line: "", description: "the last line has no line feed") }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            try read(String(line))
        }
        for (name, type) in types where type == "histogram" { try checkHistogram(name) }
    }

    private mutating func read(_ line: String) throws {
        func fail(_ reason: String) -> Problem { Problem(line: line, description: reason) }
        let words = line.split(separator: " ", maxSplits: 3).map(String.init)
        if line.hasPrefix("# HELP ") {
            guard words.count == 4, Self.isName(words[2]), helped.insert(words[2]).inserted else { throw fail("HELP") }
            try begin(words[2], line)
        } else if line.hasPrefix("# TYPE ") {
            guard words.count == 4, words[2] == current, types[current] == nil,
                ["counter", "gauge", "histogram"].contains(words[3])
            else { throw fail("TYPE") }
            types[current] = words[3]
        } else {
            let (name, labels, value) = try Self.sample(line)
            let family = types[current] == "histogram" ? Self.withoutSuffix(name) : name
            guard family == current, let type = types[current] else { throw fail("a sample outside of its family") }
            guard type != "counter" || (name.hasSuffix("_total") && value >= 0) else { throw fail("a bad counter") }
            guard values.updateValue(value, forKey: name + labels) == nil else { throw fail("a sample comes twice") }
        }
    }

    private mutating func begin(_ family: String, _ line: String) throws {
        guard ended.insert(family).inserted else { throw Problem(line: line, description: "a family comes twice") }
        current = family
    }

    private static func withoutSuffix(_ name: String) -> String {
        for suffix in ["_bucket", "_sum", "_count"] where name.hasSuffix(suffix) {
            return String(name.dropLast(suffix.count))
        }
        return name
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
        return name.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
        }
    }

    /// `name{label="value",…} number`.
    private static func sample(_ line: String) throws -> (name: String, labels: String, value: Double) {
        guard let space = line.lastIndex(of: " ") else { throw Problem(line: line, description: "no value") }
        let number = line[line.index(after: space)...].replacing("Inf", with: "inf")
        guard let value = Double(number) else { throw Problem(line: line, description: "no number") }
        let series = line[..<space]
        let brace = series.firstIndex(of: "{") ?? series.endIndex
        let name = String(series[..<brace])
        guard isName(name) else { throw Problem(line: line, description: "no name") }
        let labels = String(series[brace...])
        guard try labels.isEmpty || (labels.wholeMatch(of: labelSet)) != nil else {
            throw Problem(line: line, description: "bad labels")
        }
        return (name, labels, value)
    }

    private static var labelSet: Regex<AnyRegexOutput> {
        get throws {
            try Regex(#"\{[a-z_]+="([^"\\\n]|\\["\\n])*"(,[a-z_]+="([^"\\\n]|\\["\\n])*")*\}"#)
        }
    }

    /// Buckets never fall, and the last, +Inf, is the count.
    private func checkHistogram(_ name: String) throws {
        for (series, count) in values where series.hasPrefix(name + "_count") {
            let labels = series.dropFirst(name.count + 6).dropFirst().dropLast()
            let start = "\(name)_bucket{" + (labels.isEmpty ? "" : labels + ",") + "le=\""
            let buckets = values.filter { $0.key.hasPrefix(start) }.map { key, value in
                (
                    bound: Double(key.dropFirst(start.count).dropLast(2).replacing("Inf", with: "inf")) ?? .nan,
                    value: value
                )
            }.sorted { $0.bound < $1.bound }
            guard buckets.last?.bound == .infinity, buckets.last?.value == count,
                zip(buckets, buckets.dropFirst()).allSatisfy({ $0.value <= $1.value }),
                values[series.replacing("_count", with: "_sum")] != nil
            else { throw Problem(line: series, description: "a histogram that does not add up") }
        }
    }
}
