extension FourthLayout {
    /// What is promised to anyone who opens the file with another tool: plain names, hex keys, words for codes, and beside
    /// them the numbers by which views join: each view is the rows of one table, with rows of others found by number.
    static let views = [documentViews, entityViews, factViews].joined(separator: "\n")

    private static let documentViews = """
        CREATE VIEW documents AS
            SELECT \(key) AS document, coalesce(d.stated, d.given) AS published, d.language, d.title,
                d.length, d.mentions, \(time("d.accepted")) AS accepted, d.deleted, t.body AS text,
                d.id AS document_id
            FROM document d LEFT JOIN text t ON t.document = d.id;
        CREATE VIEW submissions AS
            SELECT \(key) AS document, s.name AS id, s.source, s.url, s.title, s.published, s.basis, s.language, s.tags,
                s.document AS document_id
            FROM submission s JOIN document d ON d.id = s.document;
        CREATE VIEW jobs AS
            SELECT \(key) AS document, x.version AS extractor,
                \(word("j.state", JobState.allCases.map(\.word))) AS state,
                j.attempt, j.failures, j.suspect, j.code, j.reason, j.worker, \(time("j.since")) AS since,
                j.document AS document_id
            FROM job j JOIN document d ON d.id = j.document JOIN extractor x ON x.id = j.extractor;
        CREATE VIEW results AS
            SELECT \(key) AS document, x.version AS extractor, \(time("r.stored")) AS stored, r.document AS document_id
            FROM result r JOIN document d ON d.id = r.document JOIN extractor x ON x.id = r.extractor;
        CREATE VIEW events AS
            SELECT v.sequence, \(word("v.kind", EventCode.words)) AS event, \(key) AS document,
                \(time("v.at")) AS at, v.document AS document_id
            FROM event v JOIN document d ON d.id = v.document;
        """

    private static let entityViews = """
        CREATE VIEW entities AS
            SELECT \(id("f")) AS entity, \(word("f.type", EntityCode.typeWords)) AS type,
                CASE t.best WHEN 0 THEN f.name
                    ELSE (SELECT s.name FROM spelling s WHERE s.form = t.form AND s.number = t.best) END AS name,
                t.country, t.documents, t.mentions, t.form AS entity_id
            FROM tally t JOIN form f ON f.id = t.form WHERE t.documents > 0;
        CREATE VIEW names AS
            SELECT \(id("f")) AS entity, f.name, t.name_documents AS documents, t.name_mentions AS mentions,
                t.form AS entity_id
            FROM tally t JOIN form f ON f.id = t.form WHERE t.name_documents > 0
            UNION ALL
            SELECT \(id("f")), s.name, s.documents, s.mentions, s.form
            FROM spelling s JOIN form f ON f.id = s.form WHERE s.documents > 0;
        CREATE VIEW appearances AS
            SELECT \(id("f")) AS entity, \(key) AS document, f.id AS entity_id, d.id AS document_id
            FROM form f JOIN text_index x ON x.text_index MATCH 'tags:f' || f.id
                JOIN document_place p ON p.key = x.rowid JOIN document d ON d.id = p.id;
        """

    private static let factViews = """
        CREATE VIEW mentions AS
            SELECT \(span), \(word("x.type", EntityCode.typeWords)) AS type,
                \(word("x.kind", EntityCode.kindWords)) AS kind, \(id("f")) AS entity,
                x.confidence / 100.0 AS confidence, x.document AS document_id, x.form AS entity_id
            FROM mention x \(joins) JOIN form f ON f.id = x.form;
        CREATE VIEW roles AS
            SELECT \(span), \(id("h")) AS holder, x.office,
                CASE WHEN o.id IS NULL THEN NULL ELSE \(id("o")) END AS organization, x.country,
                x.document AS document_id, x.holder AS holder_id, x.organization AS organization_id
            FROM role x \(joins) JOIN form h ON h.id = x.holder LEFT JOIN form o ON o.id = x.organization;
        CREATE VIEW quotes AS
            SELECT \(span), \(word("x.kind", EntityCode.quoteWords)) AS kind,
                CASE WHEN s.id IS NULL THEN NULL ELSE \(id("s")) END AS speaker,
                CASE WHEN o.id IS NULL THEN NULL ELSE \(id("o")) END AS source,
                x.document AS document_id, x.speaker AS speaker_id, x.source AS source_id
            FROM quote x \(joins) LEFT JOIN form s ON s.id = x.speaker LEFT JOIN form o ON o.id = x.source;
        CREATE VIEW dates AS
            SELECT \(span), \(word("x.type", EntityCode.dateWords)) AS type, x.value, x.document AS document_id
            FROM date_expression x \(joins);
        CREATE VIEW quantities AS
            SELECT \(span), \(word("x.kind", EntityCode.quantityWords)) AS kind, x.value, x.unit,
                x.document AS document_id
            FROM quantity x \(joins);
        CREATE VIEW sources AS
            SELECT \(span), CASE WHEN f.id IS NULL THEN NULL ELSE \(id("f")) END AS entity, x.document AS document_id,
                x.form AS entity_id
            FROM cited_source x \(joins) LEFT JOIN form f ON f.id = x.form;
        """

    private static let key = "lower(hex(d.key))"
    private static let span = """
        \(key) AS document, x.start, x.start + x.length AS "end", substr(t.body, x.start + 1, x.length) AS text
        """
    private static let joins = "JOIN document d ON d.id = x.document JOIN text t ON t.document = x.document"

    private static func id(_ form: String) -> String { "printf('E%016x', \(form).global)" }

    private static func time(_ column: String) -> String {
        "strftime('%Y-%m-%dT%H:%M:%SZ', \(column) / 1000, 'unixepoch')"
    }

    /// The word that stands behind a number.
    private static func word(_ column: String, _ words: [String]) -> String {
        let cases = words.enumerated().map { "WHEN \($0) THEN '\($1)'" }.joined(separator: " ")
        return "CASE \(column) \(cases) END"
    }
}
