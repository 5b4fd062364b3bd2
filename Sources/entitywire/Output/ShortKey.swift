/// Keys as people read and type them.
enum ShortKey {
    /// The first twelve characters; the service takes four and more.
    static func of(_ key: String) -> String { String(key.prefix(12)) }
}
