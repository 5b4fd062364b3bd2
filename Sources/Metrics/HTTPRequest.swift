/// The first line of an HTTP request, read as its bytes come; nothing else of it matters here.
struct HTTPRequest: Equatable {
    /// The most bytes of a request, its fields included: nobody who asks for numbers needs more.
    static let limit = 8_192

    let method: String
    /// Without what follows a `?`.
    let path: String

    /// What the bytes that came so far are.
    enum Reading: Equatable {
        case incomplete
        case complete(HTTPRequest)
        case malformed
        case tooLong
    }

    /// - Parameters:
    ///   - bytes: all that came so far.
    ///   - searched: how many of them were looked at before: the end of the request is searched for behind them.
    static func read(_ bytes: [UInt8], searched: Int) -> Reading {
        guard let end = end(of: bytes, from: max(0, searched - 3)) else {
            return bytes.count >= limit ? .tooLong : .incomplete
        }
        guard end <= limit else { return .tooLong }
        let line = bytes[..<end].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard words.count == 3, words[2].starts(with: Array("HTTP/1.".utf8)), words[1].first == UInt8(ascii: "/"),
            line.allSatisfy({ (0x20..<0x7F).contains($0) })
        else { return .malformed }
        let path = words[1].prefix { $0 != UInt8(ascii: "?") }
        return .complete(
            HTTPRequest(method: String(decoding: words[0], as: UTF8.self), path: String(decoding: path, as: UTF8.self)))
    }

    /// Where the empty line ends that ends the request.
    private static func end(of bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "\n") else {
                index += 1
                continue
            }
            if bytes[(index + 1)...].first == UInt8(ascii: "\n") { return index + 2 }
            if bytes[(index + 1)...].starts(with: [0x0D, 0x0A]) { return index + 3 }
            index += 1
        }
        return nil
    }
}

/// An answer to such a request; the connection ends with it.
struct HTTPAnswer: Equatable, Sendable {
    var status: Int
    var type = "text/plain; charset=utf-8"
    var text: String

    static let notFound = HTTPAnswer(status: 404, text: "There is /metrics and /healthz.\n")
    static let malformed = HTTPAnswer(status: 400, text: "This is no request of HTTP/1.\n")
    static let tooLong = HTTPAnswer(status: 431, text: "A request has at most \(HTTPRequest.limit) bytes.\n")

    private var reason: String {
        switch status {
        case 200: "OK"
        case 400: "Bad Request"
        case 404: "Not Found"
        case 431: "Request Header Fields Too Large"
        default: "Service Unavailable"
        }
    }

    /// - Parameter isHead: whether only the head was asked for.
    func bytes(isHead: Bool = false) -> [UInt8] {
        let body = Array(text.utf8)
        let head =
            "HTTP/1.1 \(status) \(reason)\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
            + "Connection: close\r\n\r\n"
        return Array(head.utf8) + (isHead ? [] : body)
    }
}
