import Extraction
import Foundation
import Glibc

/// Reads every text of a folder on one core: what loading the model takes, what tokens, sentences and names take, and
/// what the whole extraction takes, step by step. Rates are by processor time: other work on the machine does not count.
///
///     swift run -c release --package-path Tests/Benchmarks extraction-benchmark FOLDER [MODEL]
let arguments = CommandLine.arguments
guard arguments.count > 1 else {
    print("usage: extraction-benchmark FOLDER [MODEL]")
    exit(64)
}
let files = try FileManager.default.contentsOfDirectory(atPath: arguments[1]).sorted()
let documents = files.compactMap { FileManager.default.contents(atPath: arguments[1] + "/" + $0).map(Array.init) }

let begun = Usage.now
let recognizer = try ModelChoice.recognizer(arguments.count > 2 ? arguments[2] : nil)
let loaded = Usage.now
print(
    "model: \(Int((loaded.processor - begun.processor) * 1000)) ms to load",
    "(by the clock \(Int((loaded.passed - begun.passed) * 1000)) ms), \(loaded.peak - begun.peak) MiB")

var tokens = 0
for pass in 1...3 {
    let start = Usage.now
    let texts = documents.map(TokenizedText.init)
    let cut = Usage.now
    let names = texts.reduce(0) { $0 + recognizer.recognize([$1])[0].count }
    let end = Usage.now
    tokens = texts.reduce(0) { $0 + $1.tokens.count }
    print("pass \(pass): \(documents.count) documents, \(tokens) tokens, \(names) names; peak \(end.peak) MiB")
    print("  tokens and sentences  \(cut.rate(since: start, tokens: tokens))")
    print("  names                 \(end.rate(since: cut, tokens: tokens))")
    print("  together              \(end.rate(since: start, tokens: tokens))")
}

let extractor = Extractor(recognizer: recognizer)
for pass in 1...3 {
    var steps: [(name: String, seconds: Double)] = []
    let start = Usage.now
    for document in documents {
        var last = clock()
        _ = extractor.annotate(document) { step, _ in
            // Processor time: the clock would count other programs.
            let now = clock()
            let index = steps.firstIndex { $0.name == step } ?? steps.count
            if index == steps.count { steps.append((step, 0)) }
            steps[index].seconds += Double(now - last) / Double(CLOCKS_PER_SEC)
            last = now
        }
    }
    let end = Usage.now
    print("pass \(pass): whole extraction \(end.rate(since: start, tokens: tokens)); peak \(end.peak) MiB")
    guard pass == 3 else { continue }
    let total = steps.reduce(0) { $0 + $1.seconds }
    for step in steps {
        let name = step.name.padding(toLength: 22, withPad: " ", startingAt: 0)
        print("  \(name)\(String(format: "%5.1f%%", 100 * step.seconds / total))")
    }
}
