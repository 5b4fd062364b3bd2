import CZeroMQ

/// The public half of a CURVE key (Curve25519): who a peer is.
public struct CurvePublicKey: Hashable, Sendable {
    /// The 32 bytes of the key.
    public let bytes: [UInt8]

    /// - Returns: nil where it is not 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == CurveKeyPair.keyLength else { return nil }
        self.bytes = bytes
    }

    /// - Parameter z85: the key's 40 characters, as libzmq's own tools write them (ZeroMQ RFC 32).
    /// - Returns: nil where it is no key.
    public init?(z85: String) {
        guard let bytes = Z85.decode(z85) else { return nil }
        self.init(bytes: bytes)
    }

    /// The key as 40 characters.
    public var z85: String { Z85.encode(bytes) }
}

/// The secret half of a CURVE key. It shows itself to nobody: neither printing nor a mirror reveals it.
public struct CurveSecretKey: Sendable {
    /// The 32 bytes of the key.
    public let bytes: [UInt8]

    /// - Returns: nil where it is not 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == CurveKeyPair.keyLength else { return nil }
        self.bytes = bytes
    }

    /// - Parameter z85: the key's 40 characters.
    /// - Returns: nil where it is no key.
    public init?(z85: String) {
        guard let bytes = Z85.decode(z85) else { return nil }
        self.init(bytes: bytes)
    }

    /// The key as 40 characters, for the file that keeps it.
    public var z85: String { Z85.encode(bytes) }
}

extension CurveSecretKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(secret)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A CURVE key: by the public half others know its owner, by the secret half the owner proves it.
public struct CurveKeyPair: Sendable {
    /// The length of either half in bytes.
    public static let keyLength = 32

    public let publicKey: CurvePublicKey
    public let secretKey: CurveSecretKey

    /// A new random key.
    ///
    /// - Throws: where libzmq was built without CURVE.
    public static func random() throws(ZMQError) -> CurveKeyPair {
        var publicText = [CChar](repeating: 0, count: 41)
        var secretText = publicText
        try ZMQError.check("make a key") { zmq_curve_keypair(&publicText, &secretText) }
        guard let secret = CurveSecretKey(z85: text(of: secretText)),
            let key = CurvePublicKey(z85: text(of: publicText))
        else { throw ZMQError(code: .invalid, operation: "make a key") }
        return CurveKeyPair(publicKey: key, secretKey: secret)
    }

    /// The key whose secret half is known.
    ///
    /// - Throws: where libzmq was built without CURVE.
    public init(secretKey: CurveSecretKey) throws(ZMQError) {
        var publicText = [CChar](repeating: 0, count: 41)
        try ZMQError.check("derive a public key") { zmq_curve_public(&publicText, secretKey.z85) }
        guard let publicKey = CurvePublicKey(z85: Self.text(of: publicText)) else {
            throw ZMQError(code: .invalid, operation: "derive a public key")
        }
        self.init(publicKey: publicKey, secretKey: secretKey)
    }

    private init(publicKey: CurvePublicKey, secretKey: CurveSecretKey) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    private static func text(of characters: [CChar]) -> String {
        String(decoding: characters.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
