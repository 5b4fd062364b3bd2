import ZeroMQ

/// Where the service is, and how long the client waits for it.
public struct ClientOptions: Sendable, Equatable {
    /// The transport and host, without a port: `tcp://127.0.0.1`.
    public var service: String
    /// The port for SUBMIT.
    public var workPort: Int
    /// The port for QUERY, COMMAND, SINCE and PING.
    public var queryPort: Int
    /// The port of the feed.
    public var feedPort: Int
    /// The file with this client's key and its service's public key, made by `entitywire keys new`; nil connects without.
    public var keyFile: String?
    /// How long a request may go without an answer before it fails.
    public var timeout: Duration = .seconds(30)
    /// How long a service that was never reached is tried before every request fails as unreachable.
    public var connectTimeout: Duration = .seconds(5)
    /// How long a service that answers "busy, come back later" is obeyed before the request fails.
    public var busyTimeout: Duration = .seconds(600)
    /// The most requests unanswered on one port; further ones wait for their turn in the client.
    public var inFlight = 64
    /// The most bytes unanswered on one port; one request is always let through.
    public var inFlightBytes = 64 * 1024 * 1024
    /// The silence after which the client sends PING; after twice that it connects anew.
    public var silence: Duration = .seconds(5)
    /// How long an answer may be missing, others coming in, before the same request is sent again.
    public var resendAfter: Duration = .seconds(10)

    /// The options for a service; the defaults are those of `entitywire-service` on this machine.
    public init(
        service: String = "tcp://127.0.0.1", workPort: Int = 7701, queryPort: Int = 7702, feedPort: Int = 7703
    ) {
        self.service = service
        self.workPort = workPort
        self.queryPort = queryPort
        self.feedPort = feedPort
    }

    /// The three addresses; throws ``ClientError/Code/invalid`` where the service or a port cannot be an address.
    func endpoint(port: Int) throws(ClientError) -> String {
        let prefix = "tcp://"
        let host = TCPHost(String(service.dropFirst(prefix.count))).text
        // A colon belongs to an address of IPv6, or to a port that does not belong here.
        let hasPort = !host.hasSuffix("]") && host.contains(":")
        guard service.hasPrefix(prefix), !host.isEmpty, !host.contains("/"), !hasPort else {
            throw ClientError(
                .invalid,
                "\(service) is not the address of a service: write tcp://HOST; the ports have their own options.")
        }
        guard (1...65_535).contains(port) else {
            throw ClientError(.invalid, "\(port) is not a port: give a number from 1 to 65535.")
        }
        return "\(prefix)\(host):\(port)"
    }
}
