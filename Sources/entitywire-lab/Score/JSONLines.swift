import Foundation

/// Reads JSON, one object a line or one a file.
enum JSONLines {
    static func decode<Value: Decodable>(_ type: Value.Type, from json: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json))
    }

    /// The objects of the lines of a file, blank lines left out.
    static func read<Value: Decodable>(_ type: Value.Type, path: String) throws -> [Value] {
        try [UInt8](Data(contentsOf: URL(filePath: path))).split(separator: 0x0A)
            .filter { line in line.contains { $0 > 0x20 } }
            .map { try decode(type, from: Array($0)) }
    }
}
