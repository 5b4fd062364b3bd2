import Access
import Foundation
import ZeroMQ

/// An empty directory for as long as the body runs.
func withDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}

/// A key directory with the service's key, and a key of a client made for it.
func withKeys<Result>(_ body: (_ keys: KeyDirectory, _ client: MadeKey) throws -> Result) throws -> Result {
    try withDirectory { path in
        let keys = KeyDirectory(path: "\(path)/keys")
        _ = try keys.makeServerKey()
        return try body(keys, try MadeKey("alice", for: keys, in: path))
    }
}

/// A client's key and its two files.
struct MadeKey {
    let key: ClientKey
    let secret: String
    let card: String

    init(_ name: String, for keys: KeyDirectory, in directory: String) throws {
        key = try ClientKey(name: name, keyPair: .random(), serverKey: keys.serverPublicKey())
        (secret, card) = try key.write(into: directory)
    }
}

func mode(of path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? -1
}

func setMode(_ mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
}

func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    try setMode(0o644, of: path)
}

func code(_ body: () throws -> Void) -> KeyError.Code? {
    do {
        try body()
        return nil
    } catch {
        return (error as? KeyError)?.code
    }
}
