/// Numbers as people read them, the same in every locale.
enum Numbers {
    /// `9,981`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var result = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }

    /// `1,300,000` or `2.5`, as a text gives it.
    static func value(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? grouped(Int(number)) : "\(number)"
    }

    /// `1 document`, `9,981 documents`.
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
    }

    /// `12.4 MB`, in powers of a thousand.
    static func bytes(_ count: Int) -> String {
        var value = Double(count)
        for unit in ["B", "kB", "MB", "GB"] {
            if value < 1_000 { return unit == "B" ? "\(count) B" : "\(oneDecimal(value)) \(unit)" }
            value /= 1_000
        }
        return "\(oneDecimal(value)) TB"
    }

    /// `45 s`, `3 min`, `2.5 h`, `4 days`.
    static func age(seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7_200: "\(seconds / 60) min"
        case ..<172_800: "\(oneDecimal(Double(seconds) / 3_600)) h"
        default: "\(seconds / 86_400) days"
        }
    }

    /// With one decimal, which is left out above 100: `3.4`, `1,234`.
    static func rate(_ value: Double) -> String {
        value < 100 ? oneDecimal(value) : grouped(Int(value.rounded()))
    }

    private static func oneDecimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(grouped(tenths / 10)).\(abs(tenths % 10))"
    }
}
