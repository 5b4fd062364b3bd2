import Annotation
import Dispatch
import Extraction
import Foundation
import Glibc
import Synchronization

/// The other side of ``ExtractionProcess``: takes lines from standard input and gives their outputs to standard output.
///
/// One thread reads and one extracts, so that the process notices at once, even in the middle of a text that never ends,
/// that nobody waits for it any more.
final class ExtractionLoop: Sendable {
    private let channel = FrameChannel(input: STDIN_FILENO, output: STDOUT_FILENO)
    private let requests = Mutex<[[UInt8]]>([])
    private let isThere = DispatchSemaphore(value: 0)

    /// Runs until standard input ends, and ends the process.
    func run() -> Never {
        guard let settings = try? channel.receive(),
            let options = try? CanonicalJSON.decode(StreamOptions.self, from: settings)
        else { _exit(ExitStatus.usage.rawValue) }
        do {
            let extractor = try Extractor.standard(model: options.model, gazetteer: options.gazetteer)
            start(extractor, options, try options.fieldMap())
        } catch {
            let reason = (error as? Failure)?.message ?? "\(error)"
            try? channel.send(Array(reason.utf8))
            _exit(ExitStatus.usage.rawValue)
        }
        try? channel.send([])
        while let request = try? channel.receive() {
            requests.withLock { $0.append(request) }
            isThere.signal()
        }
        _exit(ExitStatus.success.rawValue)
    }

    private func start(_ extractor: Extractor, _ options: StreamOptions, _ map: FieldMap) {
        let thread = Thread { [self] in
            while true {
                isThere.wait()
                let request = requests.withLock { $0.removeFirst() }
                // An output that has no JSON form ends the process: the line gets the error of a text that did.
                guard let output = try? Self.output(request, extractor, options, map),
                    (try? channel.send(StreamReply.bytes(output))) != nil
                else { _exit(ExitStatus.server.rawValue) }
            }
        }
        // As in the extractor: a page may nest deeper than the default stack of a thread allows for.
        thread.stackSize = 8 << 20
        thread.start()
    }

    private static func output(
        _ request: [UInt8], _ extractor: Extractor, _ options: StreamOptions, _ map: FieldMap
    ) throws -> StreamOutput? {
        guard let (number, bytes) = StreamRequest.line(request) else { return nil }
        let line = StreamLine(bytes, number: number, map: map, options: options)
        switch line.content {
        case .failure(let error): return try StreamOutput(line, error)
        case .success(let content):
            TestHooks.beforeExtraction(of: content.text)
            let annotation = extractor.annotate(content.text).withMetadata(published: content.published)
            return try StreamOutput(line, annotation)
        }
    }
}
