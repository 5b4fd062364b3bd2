/// The tables of the first migration. Numbers stand for words where a row is written for every mention; the views of
/// `FirstLayout+views.swift` give the words back.
enum FirstLayout {
    /// The queue, the texts and the feed.
    static let tables = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE extractor (id INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE) STRICT;

        CREATE TABLE document (
            id INTEGER PRIMARY KEY,
            key BLOB NOT NULL UNIQUE CHECK (length(key) = 32),
            accepted INTEGER NOT NULL,
            length INTEGER NOT NULL,
            deleted INTEGER NOT NULL DEFAULT 0,
            searchable INTEGER NOT NULL DEFAULT 0,
            given TEXT,
            stated TEXT,
            basis TEXT,
            language TEXT,
            title TEXT,
            mentions INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX document_by_date ON document (coalesce(stated, given, '~'), key) WHERE deleted = 0;

        CREATE TABLE text (document INTEGER PRIMARY KEY REFERENCES document, body TEXT NOT NULL) STRICT;

        CREATE TABLE submission (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES document,
            digest BLOB NOT NULL,
            name TEXT, source TEXT, url TEXT, title TEXT, published TEXT, basis TEXT, language TEXT, tags TEXT,
            UNIQUE (document, digest)
        ) STRICT;
        CREATE INDEX submission_by_name ON submission (name) WHERE name IS NOT NULL;
        CREATE INDEX submission_by_source ON submission (source, document) WHERE source IS NOT NULL;

        CREATE TABLE job (
            document INTEGER NOT NULL REFERENCES document,
            extractor INTEGER NOT NULL REFERENCES extractor,
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
        CREATE INDEX job_open ON job (extractor, state, suspect, due) WHERE state < 2;
        CREATE INDEX job_dead ON job (extractor) WHERE state = 3;

        CREATE TABLE result (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES document,
            extractor INTEGER NOT NULL REFERENCES extractor,
            stored INTEGER NOT NULL,
            annotation BLOB NOT NULL,
            UNIQUE (document, extractor)
        ) STRICT;

        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            kind INTEGER NOT NULL,
            document INTEGER NOT NULL REFERENCES document,
            at INTEGER NOT NULL,
            topics BLOB NOT NULL
        ) STRICT;
        CREATE TABLE command (
            id TEXT PRIMARY KEY, at INTEGER NOT NULL, reply BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX command_by_time ON command (at);
        """

    /// What the results of the pinned version say, and the words of the texts.
    static let facts = """
        CREATE TABLE entity (
            id INTEGER PRIMARY KEY,
            global INTEGER NOT NULL UNIQUE,
            type INTEGER NOT NULL,
            folded TEXT NOT NULL,
            documents INTEGER NOT NULL,
            mentions INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX entity_by_name ON entity (folded);

        CREATE TABLE form (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, folded TEXT NOT NULL) STRICT;
        CREATE INDEX form_by_name ON form (folded);
        CREATE TABLE entity_form (
            entity INTEGER NOT NULL, form INTEGER NOT NULL, documents INTEGER NOT NULL, mentions INTEGER NOT NULL,
            PRIMARY KEY (entity, form)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entity_form_by_form ON entity_form (form);
        CREATE TABLE entity_country (
            entity INTEGER NOT NULL, country TEXT NOT NULL, documents INTEGER NOT NULL, PRIMARY KEY (entity, country)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE appearance (
            document INTEGER NOT NULL, entity INTEGER NOT NULL, mentions INTEGER NOT NULL,
            PRIMARY KEY (document, entity)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX appearance_by_entity ON appearance (entity);

        CREATE TABLE mention (
            document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
            entity INTEGER NOT NULL, type INTEGER NOT NULL, kind INTEGER NOT NULL, confidence INTEGER NOT NULL,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE role (
            document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
            holder INTEGER NOT NULL, office TEXT NOT NULL, organization INTEGER, country TEXT,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX role_by_holder ON role (holder);

        CREATE TABLE quote (
            document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
            kind INTEGER NOT NULL, speaker INTEGER, source INTEGER,
            PRIMARY KEY (document, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX quote_by_speaker ON quote (speaker) WHERE speaker IS NOT NULL;

        CREATE VIRTUAL TABLE text_index USING fts5 (
            body, content = 'text', content_rowid = 'document', tokenize = 'unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE title_index USING fts5 (
            title, content = 'submission', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
        """
}
