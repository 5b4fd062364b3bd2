/// Why a key, or the directory of keys, cannot be used: what kind of trouble, and a sentence that names the file and says
/// what to do.
package struct KeyError: Error, Sendable, Equatable {
    /// The kinds of trouble.
    package enum Code: Sendable, Equatable {
        /// The file is not there.
        case missing
        /// It is there already and is not overwritten.
        case exists
        /// The system does not allow to read or write it.
        case system
        /// Others could read a secret or change who is let in.
        case tooOpen
        /// Its text cannot be understood.
        case malformed
        /// A name that cannot be one.
        case badName
    }

    package let code: Code
    /// One sentence for the operator.
    package let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    static let withoutCurve = KeyError(.system, "No key can be made: this libzmq was built without CURVE.")
}

extension KeyError: CustomStringConvertible {
    package var description: String { message }
}
