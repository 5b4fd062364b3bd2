import Foundation

/// The recogniser that a user asks for: one of the shipped ones by its name, or a file.
public enum ModelChoice {
    /// The shipped recognisers by the name that `--model` takes, with their files.
    public static let shipped = [
        "fast": "news-en.ewmodel", "fast-open": "news-en-open.ewmodel",
        "accurate": "news-many.ewencoder", "accurate-open": "news-many-open.ewencoder",
    ]

    /// Loads a recogniser.
    ///
    /// - Parameter model: `fast`, `accurate`, their open forms, or a file; nil for what `ENTITYWIRE_MODEL` names, or `fast`.
    public static func recognizer(_ model: String? = nil) throws(ModelError) -> any Recognizer {
        let named = ProcessInfo.processInfo.environment["ENTITYWIRE_MODEL"].flatMap { $0.isEmpty ? nil : $0 }
        let path = try path(model ?? named ?? "fast")
        guard EncoderFile.isEncoder(path) else { return CRFRecognizer(try Model(path: path)) }
        return EncoderRecognizer(try EncoderModel(path: path))
    }

    private static func path(_ model: String) throws(ModelError) -> String {
        guard let name = shipped[model] else { return model }
        guard let path = ModelLocator.shipped(name) else {
            throw ModelError(code: .missing, detail: ModelLocator.candidates(name).joined(separator: ", "))
        }
        return path
    }
}
