import Foundation

extension ObjectShape {
    /// Where JSON departs from this shape, a sentence each, in the order of the members; empty where it does not.
    ///
    /// - Parameters:
    ///   - json: JSON that was found to nest no deeper than allowed.
    ///   - limit: how many faults to name at most.
    package func faults(in json: [UInt8], limit: Int) -> [String] {
        guard let value = try? CanonicalJSON.decode(LooseJSON.self, from: json) else {
            return ["It is not valid JSON."]
        }
        var search = FaultSearch(limit: limit)
        search.check(value, .object(self), "")
        return search.faults
    }
}

/// Any JSON, as far as its shape is asked for.
private indirect enum LooseJSON: Decodable {
    case null
    case boolean
    case number(Double)
    case string(String)
    case list([LooseJSON])
    case object([String: LooseJSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode([LooseJSON].self) {
            self = .list(value)
        } else if let value = try? container.decode([String: LooseJSON].self) {
            self = .object(value)
        } else {
            _ = try container.decode(Bool.self)
            self = .boolean
        }
    }
}

/// Walks a value beside its shape.
private struct FaultSearch {
    let limit: Int
    private(set) var faults: [String] = []

    init(limit: Int) { self.limit = limit }

    mutating func check(_ value: LooseJSON, _ shape: Shape, _ path: String) {
        guard faults.count < limit else { return }
        switch (shape, value) {
        case (.object(let object), .object(let members)): check(members, object, path)
        case (.list(let item, let maximum), .list(let items)):
            if let maximum, items.count > maximum { add(path, "has more than \(maximum) items") }
            for (index, value) in items.enumerated() { check(value, item, "\(path)[\(index)]") }
        case (.string(let pattern, let length), .string(let text)): check(text, pattern, length, path)
        case (.choice(let values), .string(let text)):
            if !values.contains(text) { add(path, "is none of \(values.joined(separator: ", "))") }
        case (.integer(let minimum), .number(let number)):
            if number != number.rounded() || number < Double(minimum) || number > Double(Int32.max) {
                add(path, "is not a whole number from \(minimum)")
            }
        case (.number(let range), .number(let number)):
            if let range, !range.contains(number) {
                add(path, "lies outside \(range.lowerBound) to \(range.upperBound)")
            }
        case (.boolean, .boolean): break
        default: add(path, "is not \(shape.noun)")
        }
    }

    private mutating func check(_ members: [String: LooseJSON], _ object: ObjectShape, _ path: String) {
        for member in object.members {
            let place = path.isEmpty ? member.name : "\(path).\(member.name)"
            switch members[member.name] {
            case nil, .null?: if member.isRequired { add(place, "is missing") }
            case let value?: check(value, member.shape, place)
            }
        }
    }

    private mutating func check(_ text: String, _ pattern: String?, _ length: ClosedRange<Int>?, _ path: String) {
        if let length, !length.contains(text.unicodeScalars.count) {
            add(path, "has \(text.unicodeScalars.count) characters, not \(length.lowerBound) to \(length.upperBound)")
        }
        if let pattern, text.range(of: "^(\(pattern))$", options: .regularExpression) == nil {
            add(path, "does not match \(pattern)")
        }
    }

    private mutating func add(_ path: String, _ what: String) {
        if faults.count < limit { faults.append(path.isEmpty ? "It \(what)." : "\(path) \(what).") }
    }
}

extension Shape {
    fileprivate var noun: String {
        switch self {
        case .string, .choice: "a string"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
