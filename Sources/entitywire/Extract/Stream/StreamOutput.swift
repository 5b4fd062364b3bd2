import Annotation
import Extraction
import Resolution
import Wire

/// A line of the output of `extract --stream`: canonical JSON, but for what `--keep` gives back as it stood.
struct StreamOutput: Sendable, Equatable {
    /// With the line end.
    var bytes: [UInt8]
    var isError: Bool

    init(bytes: [UInt8], isError: Bool) {
        self.bytes = bytes
        self.isError = isError
    }

    /// The line of a text that was extracted.
    init(_ line: StreamLine, _ annotation: Annotation) throws {
        isError = false
        bytes = try Self.line(
            line,
            ["annotation": CanonicalJSON.encode(annotation), "document": CanonicalJSON.encode(annotation.document)])
    }

    /// The line of a text that was not.
    init(_ line: StreamLine, _ error: StreamError) throws {
        isError = true
        bytes = try Self.line(line, ["error": CanonicalJSON.encode(error)])
    }

    /// The line of an input line that is too long to be read.
    init(tooLong line: LineReader.Line, limit: Int) throws {
        isError = true
        let message = "Line \(line.number): The line has \(line.length) bytes; the limit is \(limit)."
        bytes = try Self.line(nil, ["error": CanonicalJSON.encode(StreamError(.tooLarge, message))])
    }

    private static func line(_ line: StreamLine?, _ own: [String: [UInt8]]) throws -> [UInt8] {
        var members = own.mapValues { $0[...] }
        members.merge(line?.kept ?? [:]) { own, _ in own }
        if let id = line?.id { members["id"] = try CanonicalJSON.encode(id)[...] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(members.reduce(16) { $0 + $1.value.count + $1.key.utf8.count + 4 })
        for (name, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
            bytes += try CanonicalJSON.encode(name)
            bytes.append(UInt8(ascii: ":"))
            bytes += value
        }
        return bytes + Array("}\n".utf8)
    }
}

extension Annotation {
    /// With what the service adds to a stored annotation: dates resolved, the date given, each entity's `globalId`.
    func withMetadata(published given: String?) -> Annotation {
        var result = resolvingDates(published: given)
        if result.published == nil, let given {
            result.published = Published(value: PublicationDate.day(of: given), basis: .given)
        }
        for index in result.entities.indices {
            let entity = result.entities[index]
            result.entities[index].globalId = EntityKey.globalId(type: entity.type, name: entity.name)
        }
        return result
    }
}
