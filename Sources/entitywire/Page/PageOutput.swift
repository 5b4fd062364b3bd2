import Foundation

/// Where `--html` writes to: one page, or a folder of pages.
enum PageOutput {
    case page(String)
    case folder(PageFolder)

    /// - Parameter isFolder: whether there may be more than one document.
    init(_ path: String, isFolder: Bool) throws(Failure) {
        var found = ObjCBool(false)
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &found)
        if isFolder || path.hasSuffix("/") || exists && found.boolValue {
            self = .folder(try PageFolder(path))
        } else {
            self = .page(path)
        }
    }

    mutating func add(_ page: DocumentPage) throws {
        switch self {
        case .page(let path): try PageFolder.write(page.html, to: path)
        case .folder(var folder):
            try folder.add(page)
            self = .folder(folder)
        }
    }

    /// Ends the work; the file to open.
    func finish(_ path: String) throws -> String {
        guard case .folder(let folder) = self else { return path }
        try folder.finish()
        return path.hasSuffix("/") ? path + PageFolder.index : "\(path)/\(PageFolder.index)"
    }
}
