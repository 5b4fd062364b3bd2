import Access
import Foundation
import Testing
import ZeroMQ

@Suite struct ClientKeyTests {
    @Test func whatWasWrittenIsRead() throws {
        try withKeys { keys, client in
            let read = try ClientKey(path: client.secret)
            #expect(read.name == "alice")
            #expect(read.keyPair.publicKey == client.key.keyPair.publicKey)
            #expect(read.keyPair.secretKey.bytes == client.key.keyPair.secretKey.bytes)
            #expect(try read.serverKey == keys.serverPublicKey())
            #expect(try mode(of: client.secret) == 0o600)
        }
    }

    @Test func theCardHoldsNoSecret() throws {
        try withKeys { _, client in
            let card = try String(contentsOfFile: client.card, encoding: .utf8)
            #expect(card.contains(client.key.keyPair.publicKey.z85))
            #expect(!card.contains(client.key.keyPair.secretKey.z85))
        }
    }

    @Test func aKeyThatIsThereIsNotOverwritten() throws {
        try withKeys { keys, client in
            let directory = (client.secret as NSString).deletingLastPathComponent
            #expect(code { _ = try MadeKey("alice", for: keys, in: directory) } == .exists)
            let kept = try ClientKey(path: client.secret)
            #expect(kept.keyPair.publicKey == client.key.keyPair.publicKey)
        }
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o777])
    func aSecretThatOthersCanTouchIsRefused(mode: Int) throws {
        try withKeys { _, client in
            try setMode(mode, of: client.secret)
            #expect(code { _ = try ClientKey(path: client.secret) } == .tooOpen)
        }
    }

    @Test func aMissingFileIsNamed() throws {
        #expect(throws: KeyError.self) { _ = try ClientKey(path: "/nonexistent/alice.secret") }
        #expect(code { _ = try ClientKey(path: "/nonexistent/alice.secret") } == .missing)
    }

    @Test(arguments: ["name", "secret", "server"])
    func aFileWithoutOneOfItsLinesIsRefused(field: String) throws {
        try withKeys { _, client in
            try edit(client.secret) { $0.filter { !$0.hasPrefix(field) } }
            #expect(code { _ = try ClientKey(path: client.secret) } == .malformed)
        }
    }

    @Test func aPublicKeyOfAnotherSecretIsRefused() throws {
        try withKeys { _, client in
            let other = try CurveKeyPair.random().publicKey.z85
            try edit(client.secret) { $0.map { $0.hasPrefix("public") ? "public = \(other)" : $0 } }
            #expect(code { _ = try ClientKey(path: client.secret) } == .malformed)
        }
    }

    @Test func blanksAndLineEndsOfOtherSystemsDoNotMatter() throws {
        try withKeys { _, client in
            try edit(client.secret) { $0.map { " \($0.replacing(" = ", with: "=\t")) \r" } }
            #expect(try ClientKey(path: client.secret).keyPair.publicKey == client.key.keyPair.publicKey)
        }
    }

    private func edit(_ path: String, _ body: ([String]) -> [String]) throws {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        try write(body(lines).joined(separator: "\n"), to: path)
        try setMode(0o600, of: path)
    }

    @Test(arguments: ["", ".hidden", "a/b", "..", "a b", "é", String(repeating: "a", count: 65), "a\u{0}"])
    func aNameThatIsNoFileNameIsRefused(name: String) throws {
        let pair = try CurveKeyPair.random()
        #expect(code { _ = try ClientKey(name: name, keyPair: pair, serverKey: pair.publicKey) } == .badName)
    }
}
