import ClientKit
import Wire

/// Submits documents, many at a time, and accounts for them in the order of the input.
struct SubmitRun {
    /// What became of one document.
    private enum Outcome {
        case accepted(Accepted)
        case refused(Refusal)
        /// The service cannot go on: neither can this run.
        case failed(Failure)
    }

    private struct Result {
        var index: Int
        var item: SubmitItem
        var outcome: Outcome
    }

    /// Documents under way at once, and their bytes; how far the account may lag behind.
    private static let window = (documents: 256, bytes: 64 << 20, lag: 4_096)

    private let client: ServiceClient
    private let report: SubmitReport
    private let notice: StallNotice
    private let onAccepted: (Accepted) -> Void
    private var results = InOrder<Result>()
    private var nextIndex = 0
    private var running = 0
    private var runningBytes = 0
    private var failure: Failure?

    init(
        client: ServiceClient, report: SubmitReport, notice: StallNotice, onAccepted: @escaping (Accepted) -> Void
    ) {
        self.client = client
        self.report = report
        self.notice = notice
        self.onAccepted = onAccepted
    }

    /// Submits all that the reader has; throws the `Failure` that ended it early.
    mutating func run(_ reader: SubmitReader) async throws {
        // Cancelled when this function returns.
        let notice = notice
        async let _ = notice.watch()
        await withTaskGroup(of: Result.self) { group in
            while failure == nil, !Task.isCancelled {
                let items = await reader.next()
                if items.isEmpty { break }
                for item in items where failure == nil { await start(item, in: &group) }
            }
            if failure != nil { group.cancelAll() }
            while let result = await group.next() { take(result) }
        }
        if Task.isCancelled { throw Failure(CancellationError()) }
        if let failure { throw failure }
    }

    private mutating func start(_ item: SubmitItem, in group: inout TaskGroup<Result>) async {
        while running >= Self.window.documents || runningBytes >= Self.window.bytes
            || nextIndex - results.next >= Self.window.lag
        {
            guard let result = await group.next() else { break }
            take(result)
        }
        let index = nextIndex
        nextIndex += 1
        running += 1
        runningBytes += item.size
        notice.began()
        let client = client
        group.addTask {
            var item = item
            let outcome = await Self.submit(item, through: client)
            // The text has done its work; a long account must not hold it.
            item.content = .failure(Refusal(""))
            return Result(index: index, item: item, outcome: outcome)
        }
    }

    private static func submit(_ item: SubmitItem, through client: ServiceClient) async -> Outcome {
        switch item.content {
        case .failure(let refusal): return .refused(refusal)
        case .success(let document):
            do {
                return .accepted(try await client.submit(document.text, document.submission))
            } catch {
                return concernsDocument(error) ? .refused(Refusal(error.message)) : .failed(Failure(error))
            }
        }
    }

    /// Whether the document is at fault; else every other one would fail too.
    private static func concernsDocument(_ error: ClientError) -> Bool {
        switch error.answer?.code {
        case nil: error.code == .invalid
        case .malformed, .tooLarge, .badField: true
        default: false
        }
    }

    private mutating func take(_ result: Result) {
        notice.answered()
        running -= 1
        runningBytes -= result.item.size
        for result in results.add(result, at: result.index) { report(result) }
    }

    private mutating func report(_ result: Result) {
        switch result.outcome {
        case .accepted(let answer):
            onAccepted(answer)
            report.accepted(result.item, answer)
        case .refused(let refusal): report.refused(result.item, refusal)
        case .failed(let failure): if self.failure == nil { self.failure = failure }
        }
    }
}
