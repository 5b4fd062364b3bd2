import Extraction
import Foundation
import Glibc

/// Reads every text of a folder on one core and prints what tokens, sentences and names take, in CPU time.
///
///     swift run -c release --package-path Tests/Benchmarks extraction-benchmark FOLDER [MODEL]
let arguments = CommandLine.arguments
guard arguments.count > 1 else {
    print("usage: extraction-benchmark FOLDER [MODEL]")
    exit(64)
}
let names = try FileManager.default.contentsOfDirectory(atPath: arguments[1]).sorted()
let documents = names.compactMap { FileManager.default.contents(atPath: arguments[1] + "/" + $0).map(Array.init) }

/// The CPU seconds of this process.
func seconds() -> Double {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    let user = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
    return user + Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
}

/// The most memory that this process has held so far, in MiB.
func peakMemory() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
}

func rate(_ count: Int, _ time: Double) -> String { "\(Int(Double(count) / max(time, 1e-9))) tokens/s" }

let memoryBefore = peakMemory()
let begun = seconds()
let recognizer = try CRFRecognizer.load(path: arguments.count > 2 ? arguments[2] : nil)
let loaded = seconds()
print("load \(Int((loaded - begun) * 1000)) ms, model \(peakMemory() - memoryBefore) MiB")
for pass in 1...5 {
    let start = seconds()
    let texts = documents.map(TokenizedText.init)
    let cut = seconds()
    var found = 0
    for text in texts { found += recognizer.recognize([text])[0].count }
    let end = seconds()
    let tokens = texts.reduce(0) { $0 + $1.tokens.count }
    print(
        "pass \(pass): \(documents.count) documents, \(tokens) tokens, \(found) names;",
        "tokens and sentences \(rate(tokens, cut - start)), names \(rate(tokens, end - cut)),",
        "together \(rate(tokens, end - start)); peak \(peakMemory()) MiB")
}
