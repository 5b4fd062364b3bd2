package import ZeroMQ

/// What a client or an extractor needs to be let in: its own key and the public key of its service, in one file.
package struct ClientKey: Sendable {
    package let name: String
    package let keyPair: CurveKeyPair
    package let serverKey: CurvePublicKey

    package init(name: String, keyPair: CurveKeyPair, serverKey: CurvePublicKey) throws(KeyError) {
        try KeyName.check(name)
        self.name = name
        self.keyPair = keyPair
        self.serverKey = serverKey
    }

    /// A new random key for a service.
    package static func random(name: String, serverKeyOf server: ServerReference) throws(KeyError) -> ClientKey {
        guard let pair = try? CurveKeyPair.random() else { throw .withoutCurve }
        return try ClientKey(name: name, keyPair: pair, serverKey: server.publicKey())
    }

    /// Reads `NAME.secret`; refuses a file that others can read.
    package init(path: String) throws(KeyError) {
        let file = try KeyFile(GuardedFile.read(path, .secret), path: path)
        name = try file.name()
        keyPair = try file.keyPair()
        serverKey = try file.publicKey(.server)
    }

    /// What a socket needs to connect with this key.
    package var curve: SocketOptions.Curve { .client(serverKey: serverKey, keyPair: keyPair) }

    /// Writes `NAME.secret`, to keep, and `NAME.public`, to give to the operator of the service, into a directory.
    ///
    /// - Returns: their paths.
    /// - Throws: `exists` where there is a key of this name.
    package func write(into directory: String) throws(KeyError) -> (secret: String, public: String) {
        let base = directory == "." ? name : "\(directory)/\(name)"
        let paths = (secret: "\(base).secret", public: "\(base).public")
        let secret = KeyFile.text(
            about: "Whoever has this file is \(name) for an EntityWire service: keep it to yourself.",
            [
                (.name, name), (.public, keyPair.publicKey.z85), (.secret, keyPair.secretKey.z85),
                (.server, serverKey.z85),
            ])
        try GuardedFile.write(secret, to: paths.secret, .secret, replacing: false)
        let card = KeyFile.text(
            about: "The public key of \(name), for: entitywire keys authorise",
            [(.name, name), (.public, keyPair.publicKey.z85)])
        try GuardedFile.write(card, to: paths.public, .trusted, replacing: true)
        return paths
    }
}
