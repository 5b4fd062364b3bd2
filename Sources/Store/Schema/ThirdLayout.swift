/// The indexes of the third migration.
enum ThirdLayout {
    /// One partial index for each state that is looked for: SQLite uses one only where it can prove its condition, and it
    /// does not prove `state < 2` from `state = 0`. The order of entities is that of `EntityRows.order`.
    static let indexes = """
        DROP INDEX job_open;
        CREATE INDEX job_ready ON job (extractor, suspect, due) WHERE state = 0;
        CREATE INDEX job_leased ON job (extractor) WHERE state = 1;
        CREATE INDEX entity_by_documents ON entity (documents DESC, global < 0, global) WHERE documents > 0;
        """
}
