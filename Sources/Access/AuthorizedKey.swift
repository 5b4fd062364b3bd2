package import ZeroMQ

/// One who is let in: a public key, its owner's name, and what the owner may do.
package struct AuthorizedKey: Sendable, Equatable {
    package let name: String
    package let publicKey: CurvePublicKey
    package let permissions: Set<Permission>

    /// How a socket names the owner of this key: the key itself, so that a new key under an old name is somebody else.
    package var userID: String { publicKey.z85 }

    /// The permissions as their owner reads them, in the order of their declaration.
    package var permissionNames: [String] { Permission.allCases.filter(permissions.contains).map(\.rawValue) }

    /// The text of the file that authorises it.
    var text: String {
        KeyFile.text(
            about: "\(name) may do this with an EntityWire service.",
            [(.name, name), (.public, publicKey.z85), (.permissions, permissions.text)])
    }

    /// Reads `authorized/NAME.key`.
    init(path: String, fileName: String) throws(KeyError) {
        let file = try KeyFile(GuardedFile.read(path, .trusted), path: path)
        name = try file.name()
        publicKey = try file.publicKey()
        permissions = try file.permissions()
        guard fileName == "\(name).key" else {
            throw KeyError(.malformed, "\(path) is about \(name): its name must be \(name).key.")
        }
    }

    package init(name: String, publicKey: CurvePublicKey, permissions: Set<Permission>) {
        self.name = name
        self.publicKey = publicKey
        self.permissions = permissions
    }
}
