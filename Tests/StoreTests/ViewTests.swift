import Annotation
import Foundation
import Store
import Testing
import Wire

@Suite struct ViewTests {
    @Test(arguments: [
        (
            "documents",
            "document, published, language, title, length, mentions, accepted, deleted, text, document_id"
        ),
        ("submissions", "document, id, source, url, title, published, basis, language, tags, document_id"),
        (
            "jobs",
            "document, extractor, state, attempt, failures, suspect, code, reason, worker, since, document_id"
        ),
        ("results", "document, extractor, stored, document_id"),
        ("entities", "entity, type, name, country, documents, mentions, entity_id"),
        ("names", "entity, name, documents, mentions, entity_id"),
        ("appearances", "entity, document, entity_id, document_id"),
        ("mentions", "document, start, \"end\", text, type, kind, entity, confidence, document_id, entity_id"),
        (
            "roles",
            "document, start, \"end\", text, holder, office, organization, country, document_id, holder_id, organization_id"
        ),
        ("quotes", "document, start, \"end\", text, kind, speaker, source, document_id, speaker_id, source_id"),
        ("dates", "document, start, \"end\", text, type, value, document_id"),
        ("quantities", "document, start, \"end\", text, kind, value, unit, document_id"),
        ("sources", "document, start, \"end\", text, entity, document_id, entity_id"),
        ("events", "sequence, event, document, at, document_id"),
    ])
    func aPromisedViewHasItsColumns(view: String, columns: String) async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(try Sample().publish(Submission(source: "Paper")))
        #expect(try fixture.look(Int.self, "SELECT count(*) FROM (SELECT \(columns) FROM \(view))") ?? -1 >= 0)
        let count = columns.split(separator: ",").count
        #expect(try fixture.look(Int.self, "SELECT count(*) FROM pragma_table_info('\(view)')") == count)
    }

    @Test func viewsGiveTheWordsBack() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        let commit = try await fixture.commit(try sample.publish(Submission(source: "Paper", published: "2024-02-15")))
        func look(_ sql: String) throws -> String? { try fixture.look(String.self, sql) }
        #expect(try look("SELECT text FROM mentions ORDER BY start LIMIT 1") == "Zoë Kalniņa")
        #expect(try look("SELECT type || kind FROM mentions WHERE text = 'Riga'") == "LOCname")
        #expect(try look("SELECT text || kind FROM quotes") == "“We stay,”direct")
        #expect(try look("SELECT speaker FROM quotes") == commit.events.last?.topics.first)
        #expect(try look("SELECT name || type FROM entities WHERE country = 'LV'") == "RigaLOC")
        #expect(try look("SELECT state || extractor FROM jobs") == "donex 1")
        #expect(try look("SELECT document || published FROM documents") == sample.key + "2024-02-15")
        #expect(try look("SELECT event || at FROM events WHERE sequence = 2") == "stored2023-11-14T22:13:20Z")
        #expect(try look("SELECT source FROM submissions") == "Paper")
        #expect(try fixture.look(Double.self, "SELECT max(confidence) FROM mentions") == 1)
    }
}
