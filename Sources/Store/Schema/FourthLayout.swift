/// The tables of the fourth migration: what a document adds lies at their ends, or waits in memory and in `change` until
/// it is folded into the sorted tables. `Store.docc` draws it.
enum FourthLayout {
    /// The queue and the texts, without an index over anything that has no locality.
    static let tables = """
        CREATE TABLE document (
            id INTEGER PRIMARY KEY,
            key BLOB NOT NULL CHECK (length(key) = 32),
            accepted INTEGER NOT NULL,
            length INTEGER NOT NULL,
            deleted INTEGER NOT NULL DEFAULT 0,
            searchable INTEGER NOT NULL DEFAULT 0,
            place INTEGER,
            given TEXT,
            stated TEXT,
            basis TEXT,
            language TEXT,
            title TEXT,
            mentions INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX document_by_age ON document (accepted) WHERE deleted = 0;

        CREATE TABLE submission (
            document INTEGER NOT NULL,
            digest BLOB NOT NULL,
            name TEXT, source TEXT, url TEXT, title TEXT, published TEXT, basis TEXT, language TEXT, tags TEXT,
            PRIMARY KEY (document, digest)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE job (
            document INTEGER NOT NULL,
            extractor INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
            due INTEGER NOT NULL,
            since INTEGER NOT NULL,
            attempt INTEGER NOT NULL DEFAULT 0,
            failures INTEGER NOT NULL DEFAULT 0,
            lone_deaths INTEGER NOT NULL DEFAULT 0,
            suspect INTEGER NOT NULL DEFAULT 0,
            code TEXT, reason TEXT, worker TEXT,
            PRIMARY KEY (document, extractor)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX job_due ON job (extractor, suspect, due) WHERE state = 0;
        CREATE INDEX job_ready ON job (extractor, ordinal) WHERE state = 0;
        CREATE INDEX job_leased ON job (extractor, ordinal) WHERE state = 1;
        CREATE INDEX job_dead ON job (extractor, ordinal) WHERE state = 3;
        CREATE INDEX job_deleted ON job (extractor, ordinal) WHERE state = 4;
        """

    /// What the results of the pinned version say, document by document.
    static let facts = """
        CREATE TABLE appearance (document INTEGER PRIMARY KEY, forms BLOB NOT NULL) STRICT;
        CREATE TABLE mention (
            document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
            form INTEGER NOT NULL, type INTEGER NOT NULL, kind INTEGER NOT NULL, confidence INTEGER NOT NULL,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE role (
            document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
            holder INTEGER NOT NULL, office TEXT NOT NULL, organization INTEGER, country TEXT,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE quote (
            document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
            kind INTEGER NOT NULL, speaker INTEGER, source INTEGER,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE date_expression (
            document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
            type INTEGER NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE quantity (
            document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
            kind INTEGER NOT NULL, value REAL, unit TEXT,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE cited_source (
            document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
            form INTEGER,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        """

    /// Forms in order of their first arrival, what is counted of them, and the sorted tables of pairs.
    static let forms = """
        CREATE TABLE form (
            id INTEGER PRIMARY KEY, global INTEGER NOT NULL, type INTEGER NOT NULL, name TEXT NOT NULL
        ) STRICT;
        CREATE TABLE tally (
            form INTEGER PRIMARY KEY, documents INTEGER NOT NULL, mentions INTEGER NOT NULL,
            name_documents INTEGER NOT NULL, name_mentions INTEGER NOT NULL, spellings INTEGER NOT NULL,
            best INTEGER NOT NULL, country TEXT, countries TEXT
        ) STRICT;
        CREATE TABLE spelling (
            form INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, documents INTEGER NOT NULL,
            mentions INTEGER NOT NULL, PRIMARY KEY (form, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ranking (
            type INTEGER NOT NULL, rank INTEGER NOT NULL, ordinal INTEGER NOT NULL, form INTEGER NOT NULL,
            PRIMARY KEY (type, rank, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE country_ranking (
            country TEXT NOT NULL, rank INTEGER NOT NULL, ordinal INTEGER NOT NULL, form INTEGER NOT NULL,
            type INTEGER NOT NULL, PRIMARY KEY (country, rank, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE change (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
        """

    static let pairs = PairIndex.allCases.map { index in
        """
        CREATE TABLE \(index.table) (
            key INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, id)
        ) STRICT, WITHOUT ROWID;
        """
    }.joined(separator: "\n")

    /// The rows of `text_index` are numbered by the place of the document, so that what is found comes in the order of the
    /// list; those of `name_index` by the form and the number of the spelling. Neither keeps what it indexes.
    static let indexes = """
        CREATE VIRTUAL TABLE text_index USING fts5 (
            body, title, tags, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE name_index USING fts5 (name, content = '', columnsize = 0, tokenize = 'trigram');
        """

    /// What the earlier layouts had that is laid anew; `text`, `result`, `event`, `command` stay.
    static let goes = """
        DROP VIEW documents; DROP VIEW submissions; DROP VIEW jobs; DROP VIEW results; DROP VIEW entities;
        DROP VIEW names; DROP VIEW mentions; DROP VIEW roles; DROP VIEW quotes; DROP VIEW events;
        DROP TABLE text_index; DROP TABLE title_index;
        DROP TABLE entity_form; DROP TABLE entity_country; DROP TABLE entity; DROP TABLE form;
        DROP TABLE appearance; DROP TABLE mention; DROP TABLE role; DROP TABLE quote;
        """
}
