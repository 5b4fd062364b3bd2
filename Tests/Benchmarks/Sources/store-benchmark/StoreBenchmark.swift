import Foundation
import Store
import Wire

import enum Store.Operation

/// What a document costs, and a question, in stores of different sizes.
///
///     store-benchmark TEXTS ANNOTATIONS DATABASE SIZE…
///
/// TEXTS is a folder of texts of about the length that documents are to have, ANNOTATIONS what `entitywire extract --json
/// TEXTS` says of them. The database is filled in large commits up to each SIZE, and from there 3,000 documents are added
/// in the ordinary way, 32 a commit; then every question is asked by one client and by eight.
@main
struct StoreBenchmark {
    private static let measured = 3_200
    private static let ordinary = 32

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 4 else {
            say("usage: store-benchmark TEXTS ANNOTATIONS DATABASE SIZE…")
            exit(2)
        }
        let maker = try NewsMaker(texts: arguments[1], annotations: arguments[2])
        let start = ContinuousClock.now
        let store = try Store(path: arguments[3])
        say("opened in \(ContinuousClock.now - start)")
        try await check(store.commit([.pin(extractor: NewsMaker.extractor)], now: now))
        say("documents   a second   processor ms   kB written   longest commit ms   file MB   file per text")
        for size in arguments[4...].compactMap(Int.init) {
            let before = try await store.counts(now: now).documents
            try await fill(store, maker, before..<max(before, size))
            try await store.checkpoint()
            try await measure(store, maker, from: max(before, size))
            try await Questions(store: store).ask()
        }
        try store.close()
    }

    private static func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

    private static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }

    private static func fill(_ store: Store, _ maker: NewsMaker, _ numbers: Range<Int>) async throws {
        let size = 1_000
        for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: size) {
            let end = min(start + size, numbers.upperBound)
            try await check(store.commit(operations(maker, start..<end), now: now))
        }
    }

    private static func measure(_ store: Store, _ maker: NewsMaker, from first: Int) async throws {
        var seconds = 0.0
        var longest = 0.0
        var processor = 0
        var written = 0
        var text = 0
        for start in stride(from: first, to: first + measured, by: ordinary) {
            let operations = try await operations(maker, start..<start + ordinary)
            text += operations.reduce(0) { $0 + Self.text(of: $1) }
            let (clockBefore, writtenBefore) = (clock(), bytesWritten())
            let begun = ContinuousClock.now
            try await check(store.commit(operations, now: now))
            let took = (ContinuousClock.now - begun) / .seconds(1)
            seconds += took
            longest = max(longest, took)
            processor += clock() - clockBefore
            written += bytesWritten() - writtenBefore
        }
        let counts = try await store.counts(now: now)
        let file = Double(counts.databaseBytes)
        let texts = Double(text) / Double(measured) * Double(counts.documents)
        say(
            String(
                format: "%9d %10.0f %14.2f %12.1f %19.0f %9.0f %15.2f", first, Double(measured) / seconds,
                Double(processor) / Double(CLOCKS_PER_SEC) * 1_000 / Double(measured),
                Double(written) / Double(measured) / 1_000, longest * 1_000, file / 1e6, file / texts))
    }

    private static func operations(_ maker: NewsMaker, _ numbers: Range<Int>) async throws -> [Operation] {
        try await withThrowingTaskGroup(of: [(Int, Operation)].self) { group in
            for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: 125) {
                group.addTask {
                    try (start..<min(start + 125, numbers.upperBound)).map { ($0, try operation(maker, $0)) }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private static func operation(_ maker: NewsMaker, _ number: Int) throws -> Operation {
        let news = try maker.news(number)
        return .publish(
            document: news.key, text: news.text,
            Submission(id: "n\(number)", source: news.source, published: news.published),
            extractor: NewsMaker.extractor, news.annotation, json: news.json)
    }

    private static func text(of operation: Operation) -> Int {
        if case .publish(_, let text, _, _, _, _) = operation { text.count } else { 0 }
    }

    private static func check(_ commit: Commit) throws {
        for case .refused(let error) in commit.outcomes { throw error }
    }

    /// What this process has given to the system to write, log and file.
    private static func bytesWritten() -> Int {
        let lines = (try? String(contentsOfFile: "/proc/self/io", encoding: .utf8)) ?? ""
        let line = lines.split(separator: "\n").first { $0.hasPrefix("wchar:") }
        return line.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
    }
}
