/// One document of a gold file: what careful readers found in a text. `seeds/gold.json` is one such file.
struct GoldDocument: Decodable {
    struct Entity: Decodable {
        var canonical: String
        var type: String
        var mentions: [Fact]
    }

    var file: String
    var sha256: String
    /// The ranges of the article itself, half-open.
    var body: [[Int]]
    var entities: [Entity]
    var nominals: [Fact]?
    var roles: [Fact]?
    var quotes: [Fact]?
    var dates: [Fact]?
    var numbers: [Fact]?
    var sources: [Fact]?
    var segments: [Fact]?
    /// What two readers may settle either way, part by part; notes without offsets are for people.
    var borderline: [Fact]?

    /// The documents of a gold file, by their keys; what else the file holds is left out.
    static func documents(in json: [UInt8]) throws -> [GoldDocument] {
        struct Entry: Decodable {
            let document: GoldDocument?
            init(from decoder: any Decoder) throws { document = try? GoldDocument(from: decoder) }
        }
        return try JSONLines.decode([String: Entry].self, from: json)
            .sorted { $0.key < $1.key }.compactMap(\.value.document)
    }

    /// The name mentions with their types as an annotation has them and the cluster that they belong to.
    var names: [Fact] {
        entities.flatMap { entity in
            entity.mentions.map { mention in
                var name = mention
                name.type = Self.annotationType(entity.type)
                name.entity = entity.canonical
                return name
            }
        }
    }

    func borderline(_ part: String) -> [Fact] {
        (borderline ?? []).filter { $0.hasOffsets && ($0.part ?? "names") == part }
    }

    /// The type without what follows its stroke, `LOC/city`, in the words of the annotation.
    private static func annotationType(_ type: String) -> String {
        let head = String(type.prefix { $0 != "/" })
        return annotationTypes[head] ?? head
    }

    private static let annotationTypes = [
        "NATIONALITY": "NORP", "DESIGNATION": "MISC", "GPE": "LOC", "WORK": "MISC", "LAW": "MISC", "FACILITY": "FAC",
    ]
}
