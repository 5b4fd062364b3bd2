import Access
import ArgumentParser
import ClientKit
import CommandSupport
import Wire

/// How the program ends, as scripts see it.
enum ExitStatus: Int32 {
    case success = 0
    /// Nothing found, or more than one where one was meant.
    case nothingFound = 1
    case usage = 2
    case refused = 3
    case unreachable = 4
    case server = 5
    case partlyRefused = 6
    /// What the program made could not be written: a full disk, an output that is closed.
    case output = 7
    /// By Ctrl-C.
    case interrupted = 130

    /// The status of an error that a client met.
    init(_ error: ClientError) {
        switch error.code {
        case .unreachable, .noAnswer, .closed: self = .unreachable
        case .badAnswer: self = .server
        case .invalid: self = .usage
        case .keyRefused, .wrongService: self = .refused
        case .cancelled: self = .interrupted
        case .refused: self = error.answer.map { ExitStatus($0.code) } ?? .server
        }
    }

    init(_ code: KeyError.Code) {
        switch code {
        case .badName: self = .usage
        case .missing: self = .nothingFound
        case .exists, .system, .tooOpen, .malformed: self = .refused
        }
    }

    init(_ code: WireError.Code) {
        switch code {
        case .unknownDocument, .unknownEntity, .ambiguous: self = .nothingFound
        case .version, .malformed, .tooLarge, .unknownKind, .badField, .unauthorised, .staleAttempt, .unknownSession,
            .historyTrimmed:
            self = .refused
        case .busy, .tooManyRequests, .storageFull, .notStored, .deadline, .draining, .internal: self = .server
        }
    }
}

/// An end of the program that is not success: the status, and a sentence for people (none where all is said).
struct Failure: Error, Equatable {
    var status: ExitStatus
    var message: String?

    init(_ status: ExitStatus, _ message: String? = nil) {
        self.status = status
        self.message = message
    }

    /// An output that could not be written.
    ///
    /// - Parameters:
    ///   - error: the system's number of the error.
    ///   - name: the file; nil for standard output.
    static func output(_ error: Int32, _ name: String? = nil) -> Failure {
        let words = Descriptor.words(for: error)
        return Failure(.output, name.map { "\($0) cannot be written: \(words)." } ?? "standard output: \(words).")
    }

    /// What an error means for the caller of the program.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ClientError: self.init(ExitStatus(error), Self.sentence(error))
        case let error as KeyError: self.init(ExitStatus(error.code), error.message)
        case is CancellationError: self.init(.interrupted, "Interrupted.")
        default: self.init(.server, "\(error)")
        }
    }

    private static func sentence(_ error: ClientError) -> String {
        guard error.code != .cancelled else { return "Interrupted." }
        var text = error.message
        if case .list(let candidates)? = error.answer?.detail?["candidates"], !candidates.isEmpty {
            text += " Candidates: \(candidates.joined(separator: ", "))."
        }
        return text
    }
}
