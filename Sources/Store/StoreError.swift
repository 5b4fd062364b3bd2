/// Why the database cannot be used: the service says it and ends.
package struct StoreError: Error, Sendable, CustomStringConvertible {
    /// What kind of trouble it is.
    package enum Code: String, Sendable {
        /// Another service holds the database.
        case locked
        /// The file is the database of another application, or none at all.
        case foreign
        /// A newer program has changed the layout.
        case newer
        /// The check after an unclean end found damage.
        case damaged
        /// The path leads to another file than the one that was open, or to none.
        case lost
        /// The system refused to read or write.
        case unusable
    }

    package let code: Code
    /// What was being done, the file, the cause, and what to do.
    package let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
