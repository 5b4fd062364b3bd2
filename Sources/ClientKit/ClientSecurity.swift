import Access
import Wire
import ZeroMQ

/// The client's key, as its sockets use it.
struct ClientSecurity: Sendable {
    /// Where the key is from; nil without one.
    let keyFile: String?
    private let key: ClientKey?

    /// Reads the key; throws ``ClientError/Code/invalid`` where the file cannot be used.
    init(keyFile: String?) throws(ClientError) {
        self.keyFile = keyFile
        do {
            key = try keyFile.map { path throws(KeyError) in try ClientKey(path: path) }
        } catch {
            throw ClientError(.invalid, error.message)
        }
    }

    /// The options of a socket that connects to an endpoint of the service.
    func socketOptions(for endpoint: String) async -> SocketOptions {
        var options = SocketOptions()
        options.ipv6 = await TCPHost(ofEndpoint: endpoint).needsIPv6
        options.immediate = true
        options.maxMessageSize = Int64(Limits.maxMessageSize)
        options.maxMessageBytes = Limits.maxMessageSize
        options.curve = key?.curve
        return options
    }
}
