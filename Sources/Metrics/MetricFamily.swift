/// One metric with all its values, as Prometheus reads it
/// (https://prometheus.io/docs/instrumenting/exposition_formats/, text format 0.0.4).
package struct MetricFamily: Sendable {
    /// What Prometheus may do with the values.
    package enum Kind: String, Sendable { case counter, gauge, histogram }

    /// One line: what is added to the family's name, the labels, the value.
    package struct Sample: Sendable {
        package var suffix = ""
        package var labels: [(name: String, value: String)] = []
        package var value: Double

        package init(suffix: String = "", labels: [(name: String, value: String)] = [], value: Double) {
            self.suffix = suffix
            self.labels = labels
            self.value = value
        }
    }

    package let name: String
    package let help: String
    package let kind: Kind
    package let samples: [Sample]

    package init(_ kind: Kind, _ name: String, _ help: String, _ samples: [Sample]) {
        self.kind = kind
        self.name = name
        self.help = help
        self.samples = samples
    }

    /// A number that goes up and down.
    package static func gauge(_ name: String, _ help: String, _ value: Double) -> MetricFamily {
        MetricFamily(.gauge, name, help, [Sample(value: value)])
    }

    /// Numbers that go up and down, told apart by one label.
    package static func gauge(
        _ name: String, _ help: String, by label: String, _ values: KeyValuePairs<String, Int>
    ) -> MetricFamily {
        MetricFamily(.gauge, name, help, values.map { Sample(labels: [(label, $0)], value: Double($1)) })
    }

    /// Which program this is: `entitywire_build_info{program="…",version="…"} 1`.
    package static func buildInfo(program: String, version: String) -> MetricFamily {
        MetricFamily(
            .gauge, "entitywire_build_info", "The program and its version.",
            [Sample(labels: [("program", program), ("version", version)], value: 1)])
    }

    /// The lines of the text format, each with its line feed.
    var text: String {
        var text = "# HELP \(name) \(Self.escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n"
        for sample in samples {
            let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
            text += name + sample.suffix + (labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}")
            text += " \(Self.number(sample.value))\n"
        }
        return text
    }

    /// Whole numbers without a decimal point.
    static func number(_ value: Double) -> String {
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if value.isNaN { return "NaN" }
        return Int64(exactly: value).map(String.init) ?? "\(value)"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
