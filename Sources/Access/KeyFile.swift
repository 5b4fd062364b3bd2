import ZeroMQ

/// The text of every file about keys: lines `field = value`, empty lines, and lines that begin with `#`.
///
/// A key is written as 40 characters of Z85, as pyzmq and libzmq's own tools write it; `#` and `=` may be among them, so
/// that a comment has its own line and a value begins after the first `=`.
struct KeyFile {
    /// The fields that there are.
    enum Field: String, CaseIterable {
        /// The owner's name.
        case name
        /// The owner's public key.
        case `public`
        /// The owner's secret key.
        case secret
        /// The public key of the service that the owner talks to.
        case server
        /// What the owner may do, separated by commas.
        case permissions

        /// `roles` is what permissions were called in files made before.
        init?(named name: String) { self.init(rawValue: name == "roles" ? "permissions" : name) }
    }

    private let path: String
    private var values: [Field: String] = [:]

    /// Reads a file's text; a field that is unknown or there twice is an error, as it may be a mistyped restriction.
    init(_ text: String, path: String) throws(KeyError) {
        self.path = path
        // By code points: to a Character, CR LF is one that is neither.
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let line = String(line).trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let equals = line.firstIndex(of: "="), let field = Field(named: line[..<equals].trimmed) else {
                let fields = Field.allCases.map(\.rawValue).joined(separator: ", ")
                throw KeyError(.malformed, "\(path), line \(number + 1) is not `field = value` with one of \(fields).")
            }
            guard values.updateValue(line[line.index(after: equals)...].trimmed, forKey: field) == nil else {
                throw KeyError(.malformed, "\(path) has two lines `\(field.rawValue) = …`.")
            }
        }
    }

    /// The text of a file with these fields, in this order.
    static func text(about comment: String, _ fields: [(Field, String)]) -> String {
        "# \(comment)\n" + fields.map { "\($0.0.rawValue) = \($0.1)\n" }.joined()
    }

    // MARK: Fields

    func name() throws(KeyError) -> String {
        let name = try value(.name)
        do { try KeyName.check(name) } catch { throw KeyError(.malformed, "\(path): \(error.message)") }
        return name
    }

    func publicKey(_ field: Field = .public) throws(KeyError) -> CurvePublicKey {
        guard let key = CurvePublicKey(z85: try value(field)) else { throw badKey(field) }
        return key
    }

    /// The secret key, with its public half; `public`, if given, must be that.
    func keyPair() throws(KeyError) -> CurveKeyPair {
        guard let secret = CurveSecretKey(z85: try value(.secret)), let pair = try? CurveKeyPair(secretKey: secret)
        else {
            throw badKey(.secret)
        }
        if values[.public] != nil, try publicKey() != pair.publicKey {
            throw KeyError(.malformed, "\(path): the public key does not belong to the secret one.")
        }
        return pair
    }

    func permissions() throws(KeyError) -> Set<Permission> {
        var permissions: Set<Permission> = []
        for word in try value(.permissions).split(separator: ",") {
            guard let permission = Permission(rawValue: word.trimmed) else {
                throw KeyError(
                    .malformed,
                    "\(path): \(word.trimmed.debugDescription) is no permission; there are \(Permission.allCases.text)."
                )
            }
            permissions.insert(permission)
        }
        return permissions
    }

    private func value(_ field: Field) throws(KeyError) -> String {
        guard let value = values[field], !value.isEmpty else {
            throw KeyError(.malformed, "\(path) has no line `\(field.rawValue) = …`.")
        }
        return value
    }

    private func badKey(_ field: Field) -> KeyError {
        KeyError(.malformed, "\(path): the value of `\(field.rawValue)` is not a key of 40 characters.")
    }
}

extension StringProtocol {
    /// Without the blanks and carriage returns at both ends.
    fileprivate var trimmed: String {
        let blanks: Set<Unicode.Scalar> = [" ", "\t", "\r"]
        let scalars = unicodeScalars.drop { blanks.contains($0) }
        return String(String.UnicodeScalarView(scalars.reversed().drop { blanks.contains($0) }.reversed()))
    }
}
