public import Wire

/// The questions and commands of the service, one call each. All throw ``ClientError``.
extension ServiceClient {
    /// All rows of a question, pulled page by page.
    public func rows<Parameters: Paged, Row>(
        _ method: Method, _ parameters: Parameters, as row: Row.Type = Row.self
    ) -> Rows<Parameters, Row> {
        Rows(client: self, method: method, parameters: parameters)
    }

    /// How the service is.
    public func status() async throws(ClientError) -> StatusAnswer {
        try await query(.status, Empty()).answer
    }

    /// Documents by words, entity, date, source, language.
    public func documents(
        _ parameters: DocumentsParameters = DocumentsParameters()
    ) -> Rows<DocumentsParameters, DocumentSummary> {
        rows(.documents, parameters)
    }

    /// One document, by its key or the first characters of it, at least 4.
    public func document(_ key: String) async throws(ClientError) -> DocumentAnswer {
        try await query(.document, DocumentParameters(document: key)).answer
    }

    /// Entities by name, type, country.
    public func entities(
        _ parameters: EntitiesParameters = EntitiesParameters()
    ) -> Rows<EntitiesParameters, EntitySummary> {
        rows(.entities, parameters)
    }

    /// One entity, by its `globalId` or a name in any spelling of case and diacritics.
    ///
    /// - Parameters:
    ///   - name: the `globalId`, or a name.
    ///   - limit: where its lists are cut; 20 if nil.
    public func entity(_ name: String, limit: Int? = nil) async throws(ClientError) -> EntityAnswer {
        try await query(.entity, EntityParameters(entity: name, limit: limit)).answer
    }

    /// The places where an entity is mentioned, by document, then position.
    public func mentions(of name: String) -> Rows<EntityParameters, MentionInContext> {
        rows(.mentions, EntityParameters(entity: name))
    }

    /// Jobs, by document.
    public func jobs(_ parameters: JobsParameters = JobsParameters()) -> Rows<JobsParameters, JobRow> {
        rows(.jobs, parameters)
    }

    /// The extractors that are connected now.
    public func workers() async throws(ClientError) -> [WorkerRow] {
        try await query(.workers, Empty(), as: Page<WorkerRow>.self).answer.items
    }

    /// What the service can be asked and told.
    public func methods() async throws(ClientError) -> [MethodRow] {
        try await query(.methods, Empty(), as: Page<MethodRow>.self).answer.items
    }

    /// The stored annotations in order of key, with the texts where wanted.
    public func annotations(withText: Bool = false) -> Rows<AnnotationsParameters, AnnotationItem> {
        rows(.annotations, AnnotationsParameters(withText: withText ? true : nil))
    }

    /// Deletes a document: text and facts go, a tombstone and an event stay.
    public func delete(_ key: String) async throws(ClientError) -> Deleted {
        try await command(.delete, DocumentParameters(document: key))
    }

    /// Puts dead jobs back in the queue: those of the keys given, or all.
    public func retry(_ keys: [String]?) async throws(ClientError) -> Retried {
        try await command(.retry, RetryParameters(documents: keys))
    }

    /// Has the service copy its database into a file of that name in its folder of backups; returns when the copy is
    /// complete, checked and on the disk.
    ///
    /// - Parameters:
    ///   - file: a plain name that no backup has yet.
    ///   - timeout: the longest wait, four hours if nil. The service finishes the backup also where nobody waits for it any
    ///     more.
    public func backup(_ file: String, timeout: Duration? = nil) async throws(ClientError) -> BackedUp {
        try await command(.backup, BackupParameters(file: file), timeout: timeout ?? .seconds(4 * 3_600))
    }
}
