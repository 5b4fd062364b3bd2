import Foundation

/// Where a shipped model lies: beside the executable, never at the build path.
enum ModelLocator {
    /// The first of the candidates that exists.
    static func shipped(_ fileName: String) -> String? {
        candidates(fileName).first { FileManager.default.fileExists(atPath: $0) }
    }

    /// The folder of the executable, the resource bundle that the build puts there, and `../share/entitywire` of an
    /// installation.
    static func candidates(_ fileName: String) -> [String] {
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let folder = executable.deletingLastPathComponent().path
        return ["", "/EntityWire_Extraction.resources/Model", "/../share/entitywire"].map { "\(folder)\($0)/\(fileName)" }
    }
}
