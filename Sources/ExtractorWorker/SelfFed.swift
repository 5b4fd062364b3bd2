import Annotation
package import ClientKit
package import Extraction
import Foundation
import Wire

/// The self-fed extractor: reads documents itself, extracts them and publishes text and result, without jobs.
///
/// The files are its queue: it may be killed and run again with the same ones, and what is there already stays as it is.
package struct SelfFed: Sendable {
    /// What became of the files.
    package struct Tally: Sendable, Equatable {
        package var published = 0
        package var duplicates = 0
        /// The files that were refused, each with its reason, in order of path.
        package var refused: [(path: String, reason: String)] = []

        package static func == (one: Tally, other: Tally) -> Bool {
            one.published == other.published && one.duplicates == other.duplicates
                && one.refused.map(\.path) == other.refused.map(\.path)
        }
    }

    private let extractor: Extractor
    private let client: ServiceClient
    private let jobs: Int

    /// - Parameter jobs: documents extracted at the same time.
    package init(extractor: Extractor, client: ServiceClient, jobs: Int) {
        self.extractor = extractor
        self.client = client
        self.jobs = jobs
    }

    /// Publishes each file. A file that cannot be read or accepted is counted and harms no other.
    ///
    /// - Throws: `ClientError` where the service cannot be reached or gives no answer: what is missing can be repeated.
    package func publish(_ paths: [String]) async throws -> Tally {
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            var tally = Tally()
            var next = paths.makeIterator()
            for _ in 0..<jobs { if let path = next.next() { group.addTask { try await publish(path) } } }
            while let outcome = try await group.next() {
                switch outcome {
                case .stored(let duplicate):
                    if duplicate { tally.duplicates += 1 } else { tally.published += 1 }
                case .refused(let path, let reason): tally.refused.append((path, reason))
                }
                if let path = next.next() { group.addTask { try await publish(path) } }
            }
            tally.refused.sort { $0.path < $1.path }
            return tally
        }
    }

    private enum Outcome: Sendable {
        case stored(duplicate: Bool)
        case refused(path: String, reason: String)
    }

    private func publish(_ path: String) async throws -> Outcome {
        do {
            let text = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
            if let signature = FileSignature(Array(text.prefix(FileSignature.length))) {
                return .refused(path: path, reason: signature.sentence)
            }
            let submission = Submission()
            try ServiceClient.check(text, submission)
            let stored = try await client.publish(text, submission, extractor.annotate(text))
            return .stored(duplicate: stored.duplicate)
        } catch let error as ClientError {
            guard error.code == .invalid || error.answer?.retry == .never else { throw error }
            return .refused(path: path, reason: error.message)
        } catch {
            return .refused(path: path, reason: "cannot be read: \(error.localizedDescription)")
        }
    }
}
