import Annotation
import Foundation

/// What all pages share: the head with the policy that keeps everything out but the page's own style.
enum PageFrame {
    /// A whole page; the body is HTML already.
    static func html(title: String, body: String) -> String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <title>\(HTML.line(title))</title>
        <style>\(PageStyle.css)</style>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }

    /// Nothing is loaded, nothing runs; the style is known by its hash (Content Security Policy Level 3).
    private static let policy: String = {
        let digits = Array(DocumentKey.of(Array(PageStyle.css.utf8)).utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16) ?? 0
        }
        let hash = Data(bytes).base64EncodedString()
        return "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
    }()
}
