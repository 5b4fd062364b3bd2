package import ZeroMQ

/// The directory that the service is given with `--keys`.
///
/// ```
/// DIR/server.secret           the service's own key, 0600
/// DIR/server.public           its public half, for everyone who connects
/// DIR/authorized/NAME.key     one who is let in: public key, name and permissions
/// ```
package struct KeyDirectory: Sendable {
    package let path: String

    private var secretPath: String { "\(path)/server.secret" }
    private var publicPath: String { "\(path)/server.public" }
    private var authorizedPath: String { "\(path)/authorized" }

    package init(path: String) { self.path = path }

    // MARK: The service's own key

    /// The key of the service; makes directory and key where there is none.
    ///
    /// Two processes may call this at once: both get the key of the one that came first.
    package func makeServerKey() throws(KeyError) -> CurveKeyPair {
        try GuardedFile.makeDirectory(path, mode: 0o755)
        try GuardedFile.makeDirectory(authorizedPath, mode: 0o755)
        let pair: CurveKeyPair
        do {
            pair = try serverKey()
        } catch  where error.code == .missing {
            do {
                pair = try writeServerKey()
            } catch  where error.code == .exists {
                pair = try serverKey()
            }
        }
        if (try? serverPublicKey()) != pair.publicKey { try writeServerPublicKey(pair.publicKey) }
        return pair
    }

    /// The public half of the service's key, as text; makes directory and key where there is none.
    package func makeServerID() throws(KeyError) -> String { try makeServerKey().publicKey.z85 }

    private func serverKey() throws(KeyError) -> CurveKeyPair {
        try KeyFile(GuardedFile.read(secretPath, .secret), path: secretPath).keyPair()
    }

    private func writeServerKey() throws(KeyError) -> CurveKeyPair {
        guard let pair = try? CurveKeyPair.random() else {
            throw .withoutCurve
        }
        let text = KeyFile.text(
            about: "Whoever has this file can pose as this EntityWire service: keep it to yourself.",
            [(.public, pair.publicKey.z85), (.secret, pair.secretKey.z85)])
        try GuardedFile.write(text, to: secretPath, .secret, replacing: false)
        return pair
    }

    private func writeServerPublicKey(_ key: CurvePublicKey) throws(KeyError) {
        let text = KeyFile.text(
            about: "The public key of an EntityWire service: everyone who connects to it needs this.",
            [(.public, key.z85)])
        try GuardedFile.write(text, to: publicPath, .trusted, replacing: true)
    }

    /// The service's public key, for those who make keys for clients.
    package func serverPublicKey() throws(KeyError) -> CurvePublicKey {
        try ServerReference.file(publicPath).publicKey()
    }

    // MARK: Who is let in

    /// Reads everyone who is let in.
    ///
    /// - Returns: the list, and what is wrong with files that do not count: one bad file shuts out nobody else.
    /// - Throws: where the directory cannot be read.
    package func authorized() throws(KeyError) -> (list: AccessList, problems: [KeyError]) {
        var keys: [AuthorizedKey] = []
        var problems: [KeyError] = []
        for fileName in try GuardedFile.names(in: authorizedPath) where fileName.hasSuffix(".key") {
            do {
                let key = try AuthorizedKey(path: "\(authorizedPath)/\(fileName)", fileName: fileName)
                try Self.check(key, isNewIn: keys)
                keys.append(key)
            } catch  where error.code == .missing {
                // Revoked between the look into the directory and the look into the file.
                continue
            } catch {
                problems.append(error)
            }
        }
        return (AccessList(keys), problems)
    }

    private static func check(_ key: AuthorizedKey, isNewIn keys: [AuthorizedKey]) throws(KeyError) {
        guard let twin = keys.first(where: { $0.publicKey == key.publicKey }) else { return }
        throw KeyError(.malformed, "\(key.name) has the same public key as \(twin.name): only \(twin.name) counts.")
    }

    /// Lets the owner of a public key in, or changes what the owner may do.
    ///
    /// - Parameter path: the owner's `NAME.public`.
    /// - Returns: what was written.
    /// - Throws: `exists` where the name belongs to another key, or the key has another name.
    package func authorise(path: String, permissions: Set<Permission>) throws(KeyError) -> AuthorizedKey {
        let file = try KeyFile(GuardedFile.read(path, .trusted), path: path)
        let key = AuthorizedKey(name: try file.name(), publicKey: try file.publicKey(), permissions: permissions)
        for other in try authorized().list.keys where (other.name == key.name) != (other.publicKey == key.publicKey) {
            let clash = other.name == key.name ? "is authorised with another key" : "is authorised under another name"
            throw KeyError(.exists, "\(other.name) \(clash): revoke \(other.name) first.")
        }
        try GuardedFile.makeDirectory(authorizedPath, mode: 0o755)
        try GuardedFile.write(key.text, to: "\(authorizedPath)/\(key.name).key", .trusted, replacing: true)
        return key
    }

    /// Lets somebody in no longer: removes every file with that name or that name's key.
    ///
    /// - Throws: `missing` where nobody of that name is authorised.
    package func revoke(_ name: String) throws(KeyError) {
        try KeyName.check(name)
        let key = try? AuthorizedKey(path: "\(authorizedPath)/\(name).key", fileName: "\(name).key")
        var files: [String] = []
        for file in try GuardedFile.names(in: authorizedPath) where file.hasSuffix(".key") {
            let other = try? AuthorizedKey(path: "\(authorizedPath)/\(file)", fileName: file)
            if file == "\(name).key" || (key != nil && other?.publicKey == key?.publicKey) { files.append(file) }
        }
        guard !files.isEmpty else { throw KeyError(.missing, "Nobody called \(name) is authorised in \(path).") }
        for file in files { try GuardedFile.remove("\(authorizedPath)/\(file)") }
    }
}
