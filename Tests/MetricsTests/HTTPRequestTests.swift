import Foundation
import Testing

@testable import Metrics

@Suite struct HTTPRequestTests {
    @Test(
        arguments: [
            ("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/metrics"),
            ("GET /metrics HTTP/1.0\n\n", "GET", "/metrics"),
            ("HEAD /healthz?verbose=1 HTTP/1.1\r\n\r\nrest", "HEAD", "/healthz"),
        ])
    func aRequestIsReadInAnyPieces(text: String, method: String, path: String) {
        let bytes = Array(text.utf8)
        let whole = HTTPRequest.Reading.complete(HTTPRequest(method: method, path: path))
        #expect(HTTPRequest.read(bytes, searched: 0) == whole)
        for cut in 1..<bytes.count {
            let first = HTTPRequest.read(Array(bytes[..<cut]), searched: 0)
            #expect(first == .incomplete || first == whole)
            #expect(HTTPRequest.read(bytes, searched: cut) == whole || first == whole, "cut at \(cut)")
        }
    }

    @Test(
        arguments: [
            "GET /metrics\r\n\r\n", "\r\n\r\n", "GET  /metrics HTTP/1.1\r\n\r\n", "GET metrics HTTP/1.1\r\n\r\n",
            "GET /\u{1} HTTP/1.1\r\n\r\n", "SSH-2.0-OpenSSH\r\n\r\n", "GET / HTTP/2\r\n\r\n",
        ])
    func whatIsNoRequestIsMalformed(_ text: String) {
        #expect(HTTPRequest.read(Array(text.utf8), searched: 0) == .malformed)
    }

    @Test func aRequestOverTheLimitIsTooLongWhetherItEndsOrNot() {
        let long = Array(("GET /" + String(repeating: "a", count: HTTPRequest.limit)).utf8)
        #expect(HTTPRequest.read(long, searched: 0) == .tooLong)
        #expect(HTTPRequest.read(long + Array(" HTTP/1.1\r\n\r\n".utf8), searched: 0) == .tooLong)
    }
}
