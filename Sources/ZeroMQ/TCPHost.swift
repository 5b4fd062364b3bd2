import Dispatch
import Glibc

/// The host of a TCP endpoint, as people write it and as libzmq wants it.
package struct TCPHost: Sendable, Equatable {
    /// For an endpoint: an address of IPv6 stands in brackets.
    package let text: String
    /// Whether it is an address of IPv6: sockets need ``SocketOptions/ipv6`` for it.
    package let isIPv6: Bool
    /// Whether it is an address of IPv4 or IPv6, not a name.
    package let isAddress: Bool
    /// Whether nobody reaches it but this machine.
    package let isLoopback: Bool

    /// - Parameter name: an address, with or without brackets, a name, or `*`.
    package init(_ name: String) {
        var bare = name
        if bare.hasPrefix("["), bare.hasSuffix("]") { bare = String(bare.dropFirst().dropLast()) }
        if let bytes = Self.address(bare, AF_INET6, count: 16) {
            let isMapped = bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
            (text, isIPv6, isAddress) = ("[\(bare)]", true, true)
            isLoopback = isMapped ? bytes[12] == 127 : bytes == [UInt8](repeating: 0, count: 15) + [1]
        } else {
            let bytes = Self.address(bare, AF_INET, count: 4)
            (text, isIPv6, isAddress) = (name, false, bytes != nil)
            isLoopback = bytes?.first == 127 || bare == "localhost"
        }
    }

    /// What to bind to: libzmq takes addresses alone.
    package var bindText: String { text == "localhost" ? "127.0.0.1" : text }

    /// The host of an endpoint such as `tcp://[::1]:7701`.
    package init(ofEndpoint endpoint: String) {
        let rest = endpoint.hasPrefix("tcp://") ? endpoint.dropFirst(6) : endpoint[...]
        if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") {
            self.init(String(rest[...end]))
        } else {
            self.init(String(rest.prefix { $0 != ":" }))
        }
    }

    /// Whether a socket that connects there needs ``SocketOptions/ipv6``: with it, libzmq looks for addresses of IPv6 first,
    /// and a service that listens with IPv4 alone would not be found. So it is for names that have no others.
    ///
    /// Asks the system for a name's addresses, on another thread, as that may take seconds.
    package var needsIPv6: Bool {
        get async {
            guard !isAddress else { return isIPv6 }
            let name = text
            return await withCheckedContinuation { continuation in
                DispatchQueue.global().async { continuation.resume(returning: Self.hasOnlyIPv6(name)) }
            }
        }
    }

    private static func hasOnlyIPv6(_ name: String) -> Bool {
        var wanted = addrinfo()
        wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &wanted, &found) == 0 else { return false }
        defer { freeaddrinfo(found) }
        let families = sequence(first: found) { $0?.pointee.ai_next }.prefix { $0 != nil }.compactMap {
            $0?.pointee.ai_family
        }
        return families.contains(AF_INET6) && !families.contains(AF_INET)
    }

    /// The bytes of an address; what follows a `%` names an interface.
    private static func address(_ text: String, _ family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        let bare = family == AF_INET6 ? String(text.prefix { $0 != "%" }) : text
        return inet_pton(family, bare, &bytes) == 1 ? bytes : nil
    }
}
