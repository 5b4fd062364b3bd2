import Foundation
import GRDB
import Resolution
import Wire

/// What people have said of names, as the file keeps it.
enum CorrectionRows {
    /// What one correction means for forms.
    struct Body: Codable, Equatable {
        var first: [FormReference]
        var second: [FormReference]
        /// The name to be shown, of a renaming.
        var name: String?

        /// The 64 bits of the first name: by them a renaming is found.
        var subject: Int64 {
            first.first.map { Int64(bitPattern: EntityKey.globalNumber(type: $0.type, folded: $0.folded)) } ?? 0
        }
    }

    /// Those that were not undone, for the resolver.
    static func standing(_ db: Database) throws -> Corrections {
        var corrections = Corrections()
        for row in try db.rows("SELECT kind, body FROM correction WHERE undone = 0 ORDER BY id", []) {
            let text: String = row[1]
            let body = try CanonicalJSONBody.decode(text)
            let pairs = body.first.flatMap { one in body.second.map { (one, $0) } }
            switch row[0] as String {
            case CorrectionKind.merge.rawValue: corrections.merged += pairs
            case CorrectionKind.apart.rawValue: corrections.apart += pairs
            case CorrectionKind.false.rawValue: corrections.falseNames += body.first
            default: break
            }
        }
        return corrections
    }

    /// The name that a person gave last to the entity that a form stands for; nil where none did.
    static func name(of record: FormRecord, _ db: Database) throws -> String? {
        let nameId = EntityKey.globalNumber(
            type: EntityCode.types[record.type], folded: DocumentFacts.fold(record.names[0].text))
        let text = try db.value(
            String.self,
            """
            SELECT body FROM correction WHERE undone = 0 AND kind = 'rename' AND subject = ? ORDER BY id DESC LIMIT 1
            """, [Int64(bitPattern: nameId)])
        return try text.flatMap { try CanonicalJSONBody.decode($0).name }
    }

    static func list(_ db: Database, after: Int64, limit: Int) throws -> [CorrectionRow] {
        let rows = try db.rows(
            "SELECT id, kind, body, author, note, at, undone FROM correction WHERE id > ? ORDER BY id LIMIT ?",
            [after, limit])
        return try rows.map { row in
            let body = try CanonicalJSONBody.decode(row[2])
            let at: Int64 = row[5]
            let undone: Int = row[6]
            return CorrectionRow(
                id: row[0], kind: CorrectionKind(rawValue: row[1]) ?? .merge, first: body.first.map(name),
                second: body.second.map(name), name: body.name, author: row[3], note: row[4],
                at: Date(timeIntervalSince1970: Double(at / 1_000)).formatted(.iso8601), undone: undone != 0)
        }
    }

    private static func name(_ reference: FormReference) -> CorrectedName {
        CorrectedName(type: reference.type, name: reference.folded, evidence: reference.evidence)
    }
}

/// The body of a correction as one line of JSON with sorted keys.
enum CanonicalJSONBody {
    static func decode(_ text: String) throws -> CorrectionRows.Body {
        try JSONDecoder().decode(CorrectionRows.Body.self, from: Data(text.utf8))
    }

    static func encode(_ body: CorrectionRows.Body) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(body), as: UTF8.self)
    }
}
