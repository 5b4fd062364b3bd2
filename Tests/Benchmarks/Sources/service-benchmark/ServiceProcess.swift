import Foundation

/// The service in a process of its own, on a new database and ports that the system picked.
final class ServiceProcess {
    private let process = Process()
    private let folder: URL
    private(set) var ports: [String: Int] = [:]

    init(_ path: String) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("entitywire-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [
            "--database", folder.appendingPathComponent("case.db").path, "--work-port", "0", "--query-port", "0",
            "--feed-port", "0", "--min-free", "0", "--log-level", "error",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        for part in line.split(whereSeparator: \.isWhitespace).dropFirst() {
            let pair = part.split(separator: "=")
            ports[String(pair[0])] = Int(pair[1])
        }
    }

    /// The memory that the process holds, in MB.
    var residentMB: Double {
        let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
        return Double(line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) / 1_024
    }

    /// The processor time that the process has used, in seconds: less moved by other programs of the machine than a clock.
    var processorSeconds: Double {
        let stat = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
        // After the name in brackets, user and system time are the 12th and 13th field, in ticks.
        let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
        let ticks = fields.count > 12 ? (Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0) : 0
        return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    var databaseBytes: Int {
        let path = folder.appendingPathComponent("case.db").path
        return (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }
}
