import Annotation

/// Checks untrusted JSON before a parser sees it, and names the field that a decoder stumbled over.
public enum JSONShape {
    /// Throws where the bytes are above the limit, not UTF-8, hold a NUL, nest too deep, or are not one object.
    public static func check(_ bytes: [UInt8], part: String, limit: Int = Limits.body) throws(WireError) {
        guard bytes.count <= limit else { throw .tooLarge(part, size: bytes.count, limit: limit) }
        guard bytes.first(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }) == UInt8(ascii: "{") else {
            throw WireError(.malformed, "The \(part) is not a JSON object.")
        }
        guard depth(of: bytes) <= Limits.depth else {
            throw WireError(.malformed, "The \(part) nests deeper than \(Limits.depth) levels.")
        }
        guard !bytes.contains(0) else { throw WireError(.malformed, "The \(part) holds a NUL byte.") }
        guard UTF8Check.firstInvalidByte(bytes) == nil else {
            throw WireError(.malformed, "The \(part) is not valid UTF-8.")
        }
    }

    /// Decodes a value; the error names the field.
    public static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8], part: String
    ) throws(WireError) -> Value {
        do {
            return try CanonicalJSON.decode(type, from: bytes)
        } catch let error as DecodingError {
            throw describe(error, part: part)
        } catch let error as WireError {
            throw error
        } catch {
            throw WireError(.malformed, "The \(part) is not valid JSON.")
        }
    }

    private static func describe(_ error: DecodingError, part: String) -> WireError {
        func path(_ keys: [any CodingKey]) -> String {
            keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            let field = path(context.codingPath + [key])
            return .badField(field, "The \(part) lacks the field \(field).")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            let field = path(context.codingPath)
            return .badField(field, "The field \(field) of the \(part) has the wrong type.")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            let field = path(context.codingPath)
            return .badField(field, "The field \(field) of the \(part) has a value that is not allowed.")
        default:
            return WireError(.malformed, "The \(part) is not valid JSON.")
        }
    }

    /// The deepest nesting of arrays and objects outside strings.
    private static func depth(of bytes: [UInt8]) -> Int {
        var depth = 0
        var deepest = 0
        var inString = false
        var escaped = false
        for byte in bytes {
            if inString {
                if escaped {
                    escaped = false
                } else if byte == UInt8(ascii: "\\") {
                    escaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
        return deepest
    }
}
