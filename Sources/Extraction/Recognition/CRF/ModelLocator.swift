import Foundation

/// Where the shipped model lies: beside the executable, never at the build path.
enum ModelLocator {
    static let fileName = "news-en.ewmodel"

    /// The first of the candidates that exists.
    static func shipped() -> String? { candidates().first { FileManager.default.fileExists(atPath: $0) } }

    /// `ENTITYWIRE_MODEL`, the folder of the executable, the resource bundle that the build puts there, and
    /// `../share/entitywire` of an installation.
    static func candidates() -> [String] {
        var paths: [String] = []
        if let given = ProcessInfo.processInfo.environment["ENTITYWIRE_MODEL"], !given.isEmpty { paths.append(given) }
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let folder = executable.deletingLastPathComponent().path
        paths.append("\(folder)/\(fileName)")
        paths.append("\(folder)/EntityWire_Extraction.resources/Model/\(fileName)")
        paths.append("\(folder)/../share/entitywire/\(fileName)")
        return paths
    }
}
