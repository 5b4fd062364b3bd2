import Annotation

/// Finds names with the trained model: a linear-chain conditional random field.
public struct CRFRecognizer: Recognizer {
    private let model: Model

    /// The name of the model with a mark of its file: other weights, other results.
    public var version: String { model.name + "." + String(model.checksum >> 32, radix: 16) }

    package init(_ model: Model) { self.model = model }

    /// Reads a model: the file given, or the shipped one, which is looked for beside the executable (`ModelLocator`).
    public static func load(path: String? = nil) throws(ModelError) -> CRFRecognizer {
        guard let path = path ?? ModelLocator.shipped() else {
            throw ModelError(code: .missing, detail: ModelLocator.candidates().joined(separator: ", "))
        }
        return CRFRecognizer(try Model(path: path))
    }

    public func recognize(_ texts: [TokenizedText]) -> [[RecognizedName]] {
        var reading = CRFReading(model)
        return texts.map { text in
            ReadingBlock.blocks(of: text).flatMap { block in reading.names(of: block) }
        }
    }
}
