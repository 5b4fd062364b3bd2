import Glibc

/// A listening TCP socket at an address of this machine.
struct HTTPListener: ~Copyable {
    let descriptor: Int32
    /// The port, which the system may have picked.
    let port: Int

    /// - Parameters:
    ///   - host: an address of IPv4 or IPv6, with or without brackets, or `localhost`.
    ///   - port: 0 lets the system pick one.
    init(host: String, port: Int) throws(MetricsAddressError) {
        func failure(_ cause: String) -> MetricsAddressError {
            MetricsAddressError(host: host, port: port, cause: cause)
        }
        var wanted = addrinfo()
        wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        wanted.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
        var name = host == "localhost" ? "127.0.0.1" : host
        if name.hasPrefix("["), name.hasSuffix("]") { name = String(name.dropFirst().dropLast()) }
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, String(port), &wanted, &found) == 0, let address = found?.pointee else {
            throw failure("it is no address such as 127.0.0.1 or ::1")
        }
        defer { freeaddrinfo(found) }
        let kind = address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(address.ai_family, kind, 0)
        guard descriptor >= 0 else { throw failure(String(cString: strerror(errno))) }
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0, listen(descriptor, 64) == 0 else {
            let cause = String(cString: strerror(errno))
            close(descriptor)
            throw failure(cause)
        }
        self.descriptor = descriptor
        self.port = Self.port(of: descriptor)
    }

    deinit { close(descriptor) }

    private static func port(of descriptor: Int32) -> Int {
        var storage = sockaddr_in6()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let code = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        // The port stands at the same place in addresses of both kinds.
        return code == 0 ? Int(UInt16(bigEndian: storage.sin6_port)) : 0
    }
}

/// An address that the metrics cannot be served at.
package struct MetricsAddressError: Error, CustomStringConvertible {
    let host: String
    let port: Int
    let cause: String

    package var description: String {
        "Cannot serve metrics at \(host), port \(port): \(cause). Give another --metrics-port or --metrics-host."
    }
}
