import Annotation

/// Finds names with a trained encoder, in several languages.
public struct EncoderRecognizer: Recognizer {
    private let model: EncoderModel
    private let places: Gazetteer?

    /// The name of the model with a mark of its file: other weights, other results.
    ///
    /// The kernels of all processors give the same bits, so their family is no part of it.
    public var version: String { model.file.header.name + "." + String(model.file.checksum >> 32, radix: 16) }

    /// The languages that the model was made for.
    public var languages: [String] { model.file.header.languages }

    init(_ model: EncoderModel, places: Gazetteer? = nil) {
        self.model = model
        self.places = places
    }

    public func reads(_ language: String?) -> Bool { language.map(languages.contains) ?? true }

    public func recognize(_ texts: [TokenizedText]) -> [[RecognizedName]] { recognize(texts, language: nil) }

    public func recognize(_ texts: [TokenizedText], language: String?) -> [[RecognizedName]] {
        var pass = EncoderPass(model)
        var decoder = EncoderDecoder(model.file.header, language: language, places: places)
        let guide = model.guide(language)
        return texts.map { text in
            var names: [RecognizedName] = []
            for block in ReadingBlock.blocks(of: text) {
                var scores: [LabelVector] = []
                scores.reserveCapacity(block.tokens.count)
                for window in EncoderWindow.windows(of: block, model.pieces) {
                    scores += pass.scores(of: window, guide: guide)
                }
                names += decoder.names(of: block, scores)
            }
            return names
        }
    }
}
