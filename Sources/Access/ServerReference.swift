package import ZeroMQ

/// Where to learn a service's public key.
package enum ServerReference: Sendable {
    /// The service's own directory.
    case directory(KeyDirectory)
    /// A copy of `server.public`.
    case file(String)
    case key(CurvePublicKey)

    /// - Parameter text: the 40 characters of a key, or the path of a copy of `server.public`.
    package init(_ text: String) {
        self = CurvePublicKey(z85: text).map(ServerReference.key) ?? .file(text)
    }

    package func publicKey() throws(KeyError) -> CurvePublicKey {
        switch self {
        case .directory(let directory): try directory.serverPublicKey()
        case .file(let path): try KeyFile(GuardedFile.read(path, .trusted), path: path).publicKey()
        case .key(let key): key
        }
    }
}
