import Glibc

/// Files whose mode matters: read through one descriptor, so that what was checked is what is read; written whole or not
/// at all.
enum GuardedFile {
    private static let longest = 16 * 1024

    /// Who else may do what with a file.
    enum Secrecy {
        /// Nobody else reads or writes: 0600.
        case secret
        /// Others may read, and not write: 0644.
        case trusted

        var mode: mode_t { self == .secret ? 0o600 : 0o644 }
        var forbidden: mode_t { self == .secret ? 0o077 : 0o022 }
    }

    /// The text of a file that is no wider than it should be.
    static func read(_ path: String, _ secrecy: Secrecy) throws(KeyError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { throw KeyError(.missing, "There is no file \(path).") }
            throw systemError("read", path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw systemError("read", path) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= longest else {
            throw KeyError(.malformed, "\(path) is no file of a key.")
        }
        guard status.st_mode & secrecy.forbidden == 0 else {
            throw tooOpen(path, secrecy, mode: status.st_mode & 0o777)
        }
        var bytes = [UInt8](repeating: 0, count: longest)
        let count = Glibc.read(descriptor, &bytes, longest)
        guard count >= 0 else { throw systemError("read", path) }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    private static func tooOpen(_ path: String, _ secrecy: Secrecy, mode: mode_t) -> KeyError {
        let (danger, remedy) =
            secrecy == .secret ? ("others can read the secret", "600") : ("others can change who is let in", "go-w")
        return KeyError(
            .tooOpen, "\(path) has the mode \(String(mode, radix: 8)), so that \(danger): chmod \(remedy) it.")
    }

    /// Writes a file: all of it is on disk under its name, or nothing is.
    ///
    /// - Parameter replacing: without it, a file that is there stays as it is, and `exists` is thrown.
    static func write(_ text: String, to path: String, _ secrecy: Secrecy, replacing: Bool) throws(KeyError) {
        // Beside the file, as only there the name can be given without copying; no name that is read as a key.
        let draft = "\(path).\(getpid()).new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, secrecy.mode)
        guard descriptor >= 0 else { throw systemError("write", path) }
        defer { unlink(draft) }
        let bytes = Array(text.utf8)
        // The mode that open gives is narrowed by the umask.
        let isWritten =
            fchmod(descriptor, secrecy.mode) == 0 && Glibc.write(descriptor, bytes, bytes.count) == bytes.count
            && fsync(descriptor) == 0
        let error = systemError("write", path)
        close(descriptor)
        guard isWritten else { throw error }
        guard replacing ? rename(draft, path) == 0 : link(draft, path) == 0 else {
            if errno == EEXIST {
                throw KeyError(.exists, "\(path) is there already: delete it first, or take another name.")
            }
            throw systemError("write", path)
        }
    }

    /// Deletes a file.
    static func remove(_ path: String) throws(KeyError) {
        guard unlink(path) == 0 else { throw systemError("delete", path) }
    }

    static func makeDirectory(_ path: String, mode: mode_t) throws(KeyError) {
        guard mkdir(path, mode) == 0 || errno == EEXIST else { throw systemError("make", path) }
    }

    /// The names in a directory, sorted by bytes; none where there is no such directory.
    static func names(in path: String) throws(KeyError) -> [String] {
        guard let directory = opendir(path) else {
            if errno == ENOENT { return [] }
            throw systemError("read", path)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func systemError(_ verb: String, _ path: String) -> KeyError {
        KeyError(.system, "Cannot \(verb) \(path): \(String(cString: strerror(errno))).")
    }
}
