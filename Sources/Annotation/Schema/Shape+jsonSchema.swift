import Foundation

extension ObjectShape {
    /// A document of JSON Schema (draft 2020-12) for this object, with a line end.
    ///
    /// Members that it does not name are allowed: a later version may add some.
    package func jsonSchema(title: String) throws -> String {
        var schema = Shape.object(self).schema
        schema["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
        schema["title"] = .text(title)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(schema), as: UTF8.self) + "\n"
    }
}

/// The JSON of a schema.
private indirect enum SchemaValue: Encodable {
    case text(String)
    case integer(Int)
    case number(Double)
    case list([SchemaValue])
    case object([String: SchemaValue])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .list(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }
}

extension Shape {
    fileprivate var schema: [String: SchemaValue] {
        switch self {
        case .string(let pattern, let length):
            var schema: [String: SchemaValue] = ["type": .text("string")]
            if let pattern { schema["pattern"] = .text("^\(pattern)$") }
            if let length {
                schema["minLength"] = .integer(length.lowerBound)
                schema["maxLength"] = .integer(length.upperBound)
            }
            return schema
        case .integer(let minimum): return ["type": .text("integer"), "minimum": .integer(minimum)]
        case .number(let range):
            guard let range else { return ["type": .text("number")] }
            return [
                "type": .text("number"), "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
            ]
        case .boolean: return ["type": .text("boolean")]
        case .choice(let values): return ["type": .text("string"), "enum": .list(values.map { .text($0) })]
        case .list(let item, let maximum):
            var schema: [String: SchemaValue] = ["type": .text("array"), "items": .object(item.schema)]
            if let maximum { schema["maxItems"] = .integer(maximum) }
            return schema
        case .object(let object): return object.schema
        }
    }
}

extension ObjectShape {
    fileprivate var schema: [String: SchemaValue] {
        let properties = members.map { member in
            var schema = member.shape.schema
            schema["description"] = .text(member.meaning)
            return (member.name, SchemaValue.object(schema))
        }
        return [
            "type": .text("object"), "description": .text(meaning),
            "properties": .object(Dictionary(uniqueKeysWithValues: properties)),
            "required": .list(members.filter(\.isRequired).map { .text($0.name) }),
        ]
    }
}
