public import Wire

/// Parameters of a question whose answer comes in pages.
public protocol Paged: Sendable, Encodable {
    /// Where the page before ended.
    var after: String? { get set }
    /// The most rows of a page.
    var limit: Int? { get set }
}

extension DocumentsParameters: Paged {}
extension AnnotationsParameters: Paged {}
extension EntitiesParameters: Paged {}
extension EntityParameters: Paged {}
extension JobsParameters: Paged {}
extension CorrectionsParameters: Paged {}

/// The rows of a long answer, pulled page by page as they are read.
public struct Rows<Parameters: Paged, Row: Codable & Sendable>: AsyncSequence, Sendable {
    public typealias Element = Row

    let client: ServiceClient
    let method: Method
    let parameters: Parameters

    public func makeAsyncIterator() -> Iterator { Iterator(client: client, method: method, parameters: parameters) }

    public struct Iterator: AsyncIteratorProtocol {
        let client: ServiceClient
        let method: Method
        var parameters: Parameters
        private var page: ArraySlice<Row> = []
        private var atEnd = false

        init(client: ServiceClient, method: Method, parameters: Parameters) {
            self.client = client
            self.method = method
            self.parameters = parameters
        }

        /// The next row; nil after the last. Throws ``ClientError``.
        public mutating func next() async throws(ClientError) -> Row? {
            while page.isEmpty {
                if atEnd { return nil }
                let (answer, next) = try await client.query(method, parameters, as: Page<Row>.self)
                page = answer.items[...]
                atEnd = next == nil || next == parameters.after
                parameters.after = next
            }
            return page.removeFirst()
        }
    }
}
