/// Why a model could not be read.
public struct ModelError: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    public struct Code: Sendable, Equatable {
        let name: String
        /// No model file was found.
        public static let missing = Code(name: "missing")
        /// The file is not a model of this version.
        public static let format = Code(name: "format")
        /// The file is not whole.
        public static let checksum = Code(name: "checksum")
    }

    public let code: Code
    /// Where it was looked for, or what was read.
    public let detail: String

    public var description: String { "model \(code.name): \(detail)" }
}
