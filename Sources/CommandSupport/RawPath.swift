package import Glibc

/// Paths as the system has them: bytes, which need not be UTF-8.
///
/// As a string such a path has, for each byte that is no UTF-8, the scalar U+10FF00 plus that byte: it can be cut, joined and
/// compared like any other, and opened by its bytes. Scalars of that range in a name that is UTF-8 are bytes as they stand.
package enum RawPath {
    private static let escape: UInt32 = 0x10FF00

    /// The arguments of the process, behind the program's name.
    package static var arguments: [String] {
        // Made before the first thread, and never changed.
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            CommandLine.unsafeArgv[index].map { string(Array(UnsafeBufferPointer(start: $0, count: strlen($0)))) }
        }
    }

    private static func string(_ characters: [CChar]) -> String { string(characters.map { UInt8(bitPattern: $0) }) }

    /// The string for a path.
    package static func string(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        var index = 0
        while index < bytes.count {
            let lengths = 1...min(4, bytes.count - index)
            let valid = lengths.lazy.compactMap { String(validating: bytes[index..<index + $0], as: UTF8.self) }.first
            if let scalar = valid?.unicodeScalars.first {
                scalars.append(scalar)
                index += UTF8.width(scalar)
            } else {
                // The range of escapes lies within Unicode's last plane.
                scalars.append(Unicode.Scalar(escape + UInt32(bytes[index])) ?? "?")
                index += 1
            }
        }
        return String(scalars)
    }

    /// The bytes of a path, without a zero at the end.
    package static func bytes(_ path: String) -> [UInt8] {
        path.unicodeScalars.flatMap { scalar -> [UInt8] in
            if (escape + 0x80...escape + 0xFF).contains(scalar.value) { return [UInt8(scalar.value - escape)] }
            return Array(String(scalar).utf8)
        }
    }

    /// A path for people: what is no UTF-8 as `\\xE9`.
    package static func shown(_ path: String) -> String {
        guard path.unicodeScalars.contains(where: { $0.value >= escape + 0x80 }) else { return path }
        return path.unicodeScalars.reduce(into: "") { text, scalar in
            guard scalar.value >= escape + 0x80 else { return text.unicodeScalars.append(scalar) }
            text += "\\x" + String(scalar.value - escape, radix: 16, uppercase: true)
        }
    }

    /// Calls a body with a path for the system.
    package static func with<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let characters = bytes(path).map { CChar(bitPattern: $0) } + [0]
        return characters.withUnsafeBufferPointer { buffer in
            // There is a zero at least.
            body(buffer.baseAddress.unsafelyUnwrapped)
        }
    }

    /// What the system says of a file; nil, with the reason in `errno`, where it says nothing.
    ///
    /// - Parameter followsLinks: whether of the file behind a link.
    package static func status(_ path: String, followsLinks: Bool = true) -> stat? {
        var status = stat()
        let code = with(path) { followsLinks ? stat($0, &status) : lstat($0, &status) }
        return code == 0 ? status : nil
    }

    /// A descriptor for reading; negative, with the reason in `errno`, where there is none.
    package static func open(_ path: String) -> Int32 { with(path) { Glibc.open($0, O_RDONLY | O_CLOEXEC) } }

    /// The names in a folder, in the order of their bytes; nil, with the reason in `errno`, where it cannot be read.
    package static func names(in folder: String) -> [String]? {
        guard let stream = with(folder, { opendir($0) }) else { return nil }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { string($0) }
    }

    /// Why a file that was there a moment ago cannot be read: a sentence.
    package static func sentence(for error: Int32) -> String {
        switch error {
        case ENOENT, ENOTDIR: "It is not there any more."
        case EACCES, EPERM: "The file cannot be read: check its permissions."
        default: "The file cannot be read: \(Descriptor.words(for: error))."
        }
    }
}
