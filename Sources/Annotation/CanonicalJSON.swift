import Foundation

/// The one JSON form of everything EntityWire writes: keys sorted, slashes as they are, no white space.
///
/// Two equal values give the same bytes, on every machine and in every run.
public enum CanonicalJSON {
    /// The UTF-8 bytes of the value.
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    /// Reads a value; throws `DecodingError`.
    public static func decode<Value: Decodable>(_ type: Value.Type, from bytes: some Sequence<UInt8>) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
