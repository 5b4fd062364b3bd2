extension Extractor {
    /// The extractor as the programs run it: the shipped model, or another one, and the user's own names.
    ///
    /// - Parameters:
    ///   - model: `fast`, `accurate`, their open forms, or a model file; nil for `fast`.
    ///   - gazetteer: a file of names of the user's own; nil for none.
    /// - Throws: where a file cannot be read, in words that name it.
    public static func standard(model: String? = nil, gazetteer: String? = nil) throws -> Extractor {
        let trained = try ModelChoice.recognizer(model)
        guard let gazetteer else { return Extractor(recognizer: trained) }
        return Extractor(recognizer: UserGazetteerRecognizer(trained, gazetteer: try UserGazetteer(path: gazetteer)))
    }
}
