import Annotation

/// Finds names with the trained model: a linear-chain conditional random field.
public struct CRFRecognizer: Recognizer {
    private let model: Model

    /// The name of the model with a mark of its file: other weights, other results.
    public var version: String { model.name + "." + String(model.checksum >> 32, radix: 16) }

    package init(_ model: Model) { self.model = model }

    public func recognize(_ texts: [TokenizedText]) -> [[RecognizedName]] {
        var reading = CRFReading(model)
        return texts.map { text in
            ReadingBlock.blocks(of: text).flatMap { block in reading.names(of: block) }
        }
    }
}
