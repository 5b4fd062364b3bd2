import Foundation

/// The columns of a line of a table, parted by tabs.
typealias TableLine = [String]

/// Reads the tables of words that a linguist may add to: `Tables/*.tsv` beside this code.
enum TableFile {
    /// The lines without comments and empty ones.
    static func lines(of name: String) throws(ResolutionError) -> [TableLine] {
        guard let path = path(of: name), let data = FileManager.default.contents(atPath: path) else {
            throw ResolutionError(
                table: name, message: "not found beside the program: \(folders().joined(separator: ", "))")
        }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.isEmpty || line.hasPrefix("#")
                ? nil : line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func path(of name: String) -> String? {
        folders().map { "\($0)/\(name)" }.first { FileManager.default.fileExists(atPath: $0) }
    }

    /// `ENTITYWIRE_TABLES`, the bundle that the build puts beside the executable, and `../share/entitywire` of an
    /// installation.
    private static func folders() -> [String] {
        var folders: [String] = []
        if let given = ProcessInfo.processInfo.environment["ENTITYWIRE_TABLES"], !given.isEmpty {
            folders.append(given)
        }
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let folder = executable.deletingLastPathComponent().path
        folders.append("\(folder)/EntityWire_Resolution.resources/Tables")
        folders.append("\(folder)/../share/entitywire/Tables")
        return folders
    }
}

/// A table of words that cannot be read.
package struct ResolutionError: Error, CustomStringConvertible {
    /// The file's name.
    package let table: String
    /// What is wrong with it.
    package let message: String

    package var description: String { "table \(table): \(message)" }
}
