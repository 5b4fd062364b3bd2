import Annotation
import Extraction
import Wire

/// Extracts many documents at once and gives the annotations out in the order of the input.
struct ExtractRun {
    private struct Result: Sendable {
        var index: Int
        var origin: String
        var outcome: Swift.Result<Extracted, Refusal>
    }

    /// A document with what was found in it.
    struct Extracted: Sendable {
        var origin: String
        var document: SubmitItem.Document
        var annotation: Annotation
    }

    private let extractor: Extractor
    private let jobs: Int
    private let emit: (Extracted) throws -> Void
    private let refuse: (String, Refusal) -> Void
    private(set) var extracted = 0
    private(set) var refused = 0
    private var results = InOrder<Result>()

    /// - Parameters:
    ///   - jobs: how many documents are worked on at once.
    ///   - emit: takes the documents in order.
    init(
        extractor: Extractor, jobs: Int, emit: @escaping (Extracted) throws -> Void,
        refuse: @escaping (String, Refusal) -> Void
    ) {
        self.extractor = extractor
        self.jobs = jobs
        self.emit = emit
        self.refuse = refuse
    }

    mutating func run(_ reader: SubmitReader) async throws {
        try await withThrowingTaskGroup(of: Result.self) { group in
            var running = 0
            var index = 0
            while !Task.isCancelled {
                let items = await reader.next()
                if items.isEmpty { break }
                for item in items {
                    while running >= jobs, let result = try await group.next() {
                        running -= 1
                        try take(result)
                    }
                    let (number, extractor) = (index, extractor)
                    group.addTask { Self.extract(item, number, extractor) }
                    running += 1
                    index += 1
                }
            }
            while let result = try await group.next() { try take(result) }
        }
        if Task.isCancelled { throw Failure(CancellationError()) }
    }

    private static func extract(_ item: SubmitItem, _ index: Int, _ extractor: Extractor) -> Result {
        let outcome = item.content.flatMap { document -> Swift.Result<Extracted, Refusal> in
            guard !document.text.isEmpty else { return .failure(Refusal("The text is empty.")) }
            let annotation = extractor.annotate(document.text)
            let resolved = annotation.resolvingDates(published: document.submission.published)
            return .success(Extracted(origin: item.origin, document: document, annotation: resolved))
        }
        return Result(index: index, origin: item.origin, outcome: outcome)
    }

    private mutating func take(_ result: Result) throws {
        for result in results.add(result, at: result.index) {
            switch result.outcome {
            case .success(let found):
                extracted += 1
                try emit(found)
            case .failure(let refusal):
                refused += 1
                refuse(result.origin, refusal)
            }
        }
    }
}

extension ExtractRun.Extracted {
    var text: String { String(decoding: document.text, as: UTF8.self) }

    var page: DocumentPage {
        DocumentPage(text: text, annotation: annotation, submissions: [document.submission], origin: origin)
    }
}
