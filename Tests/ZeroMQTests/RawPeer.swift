import Foundation

/// A TCP connection without ZeroMQ's manners.
struct RawPeer {
    private let descriptor: Int32

    /// - Parameter address: such as `tcp://127.0.0.1:7701`.
    init(address: String) throws {
        let port = try Port(address: address)
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var target = sockaddr_in()
        target.sin_family = sa_family_t(AF_INET)
        target.sin_port = port.number.bigEndian
        target.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafeBytes(of: &target) { bytes in
            connect(descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(bytes.count))
        }
        guard result == 0 else { throw Failure() }
    }

    func send(_ bytes: [UInt8]) throws {
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure() }
    }

    func close() { _ = Foundation.close(descriptor) }

    struct Failure: Error {}

    private struct Port {
        let number: UInt16

        init(address: String) throws {
            guard let text = address.split(separator: ":").last, let number = UInt16(text) else { throw Failure() }
            self.number = number
        }
    }
}
