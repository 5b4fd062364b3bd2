extension FirstLayout {
    /// What is promised to anyone who opens the file with another tool: plain names, hex keys, words for codes.
    static let views = """
        CREATE VIEW documents AS
            SELECT lower(hex(d.key)) AS document, coalesce(d.stated, d.given) AS published, d.language, d.title,
                d.length, d.mentions, strftime('%Y-%m-%dT%H:%M:%SZ', d.accepted / 1000, 'unixepoch') AS accepted,
                d.deleted, t.body AS text
            FROM document d LEFT JOIN text t ON t.document = d.id;
        CREATE VIEW submissions AS
            SELECT lower(hex(d.key)) AS document, s.name AS id, s.source, s.url, s.title, s.published, s.basis,
                s.language, s.tags
            FROM submission s JOIN document d ON d.id = s.document;
        CREATE VIEW jobs AS
            SELECT lower(hex(d.key)) AS document, x.version AS extractor,
                \(word("j.state", JobState.allCases.map(\.word))) AS state,
                j.attempt, j.failures, j.suspect, j.code, j.reason, j.worker,
                strftime('%Y-%m-%dT%H:%M:%SZ', j.since / 1000, 'unixepoch') AS since
            FROM job j JOIN document d ON d.id = j.document JOIN extractor x ON x.id = j.extractor;
        CREATE VIEW results AS
            SELECT lower(hex(d.key)) AS document, x.version AS extractor,
                strftime('%Y-%m-%dT%H:%M:%SZ', r.stored / 1000, 'unixepoch') AS stored
            FROM result r JOIN document d ON d.id = r.document JOIN extractor x ON x.id = r.extractor;
        CREATE VIEW entities AS
            SELECT printf('E%016x', e.global) AS entity, \(word("e.type", EntityCode.typeWords)) AS type,
                (SELECT f.name FROM entity_form ef JOIN form f ON f.id = ef.form
                 WHERE ef.entity = e.id AND f.folded = e.folded ORDER BY ef.mentions DESC, f.name LIMIT 1) AS name,
                (SELECT c.country FROM entity_country c WHERE c.entity = e.id
                 ORDER BY c.documents DESC, c.country LIMIT 1) AS country,
                e.documents, e.mentions
            FROM entity e WHERE e.documents > 0;
        CREATE VIEW names AS
            SELECT printf('E%016x', e.global) AS entity, f.name, ef.documents, ef.mentions
            FROM entity_form ef JOIN entity e ON e.id = ef.entity JOIN form f ON f.id = ef.form;
        CREATE VIEW mentions AS
            SELECT lower(hex(d.key)) AS document, m.start, m.start + m.length AS "end",
                substr(t.body, m.start + 1, m.length) AS text, \(word("m.type", EntityCode.typeWords)) AS type,
                \(word("m.kind", EntityCode.kindWords)) AS kind, printf('E%016x', e.global) AS entity,
                m.confidence / 100.0 AS confidence
            FROM mention m JOIN document d ON d.id = m.document JOIN text t ON t.document = m.document
                JOIN entity e ON e.id = m.entity;
        CREATE VIEW roles AS
            SELECT lower(hex(d.key)) AS document, r.start, r.start + r.length AS "end",
                substr(t.body, r.start + 1, r.length) AS text, printf('E%016x', h.global) AS holder, r.office,
                CASE WHEN o.id IS NULL THEN NULL ELSE printf('E%016x', o.global) END AS organization, r.country
            FROM role r JOIN document d ON d.id = r.document JOIN text t ON t.document = r.document
                JOIN entity h ON h.id = r.holder LEFT JOIN entity o ON o.id = r.organization;
        CREATE VIEW quotes AS
            SELECT lower(hex(d.key)) AS document, q.start, q.start + q.length AS "end",
                substr(t.body, q.start + 1, q.length) AS text, \(word("q.kind", EntityCode.quoteWords)) AS kind,
                CASE WHEN s.id IS NULL THEN NULL ELSE printf('E%016x', s.global) END AS speaker,
                CASE WHEN o.id IS NULL THEN NULL ELSE printf('E%016x', o.global) END AS source
            FROM quote q JOIN document d ON d.id = q.document JOIN text t ON t.document = q.document
                LEFT JOIN entity s ON s.id = q.speaker LEFT JOIN entity o ON o.id = q.source;
        CREATE VIEW events AS
            SELECT v.sequence, \(word("v.kind", EventCode.words)) AS event, lower(hex(d.key)) AS document,
                strftime('%Y-%m-%dT%H:%M:%SZ', v.at / 1000, 'unixepoch') AS at
            FROM event v JOIN document d ON d.id = v.document;
        """

    /// The word that stands behind a number.
    private static func word(_ column: String, _ words: [String]) -> String {
        let cases = words.enumerated().map { "WHEN \($0) THEN '\($1)'" }.joined(separator: " ")
        return "CASE \(column) \(cases) END"
    }
}
