/// Weight and colour on a terminal, or none.
struct TextStyle: Sendable, Equatable {
    var isColoured: Bool

    static let plain = TextStyle(isColoured: false)

    func bold(_ text: String) -> String { styled(text, "1") }
    func dim(_ text: String) -> String { styled(text, "2") }
    func red(_ text: String) -> String { styled(text, "31") }
    func green(_ text: String) -> String { styled(text, "32") }

    /// In a style given by the numbers of ECMA-48's SGR: `1;35`; as it is where there are none.
    func styled(_ text: String, _ codes: String) -> String {
        isColoured && !codes.isEmpty ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
    }
}
