import Access
import Foundation
import Testing
import ZeroMQ

@Suite struct KeyDirectoryTests {
    @Test func theServersKeyIsMadeOnceAndKeptSecret() throws {
        try withDirectory { path in
            let keys = KeyDirectory(path: "\(path)/keys")
            let first = try keys.makeServerKey()
            let second = try keys.makeServerKey()
            #expect(first.publicKey == second.publicKey)
            #expect(try keys.serverPublicKey() == first.publicKey)
            #expect(try mode(of: "\(path)/keys/server.secret") == 0o600)
            #expect(try mode(of: "\(path)/keys/server.public") == 0o644)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(path)/keys").count == 3)
        }
    }

    @Test func aLostPublicHalfIsWrittenAgain() throws {
        try withKeys { keys, client in
            try FileManager.default.removeItem(atPath: "\(keys.path)/server.public")
            #expect(try keys.makeServerKey().publicKey == client.key.serverKey)
            #expect(try keys.serverPublicKey() == client.key.serverKey)
        }
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o660, 0o602, 0o610])
    func aServersSecretThatOthersCanTouchIsRefused(mode: Int) throws {
        try withKeys { keys, _ in
            try setMode(mode, of: "\(keys.path)/server.secret")
            #expect(code { _ = try keys.makeServerKey() } == .tooOpen)
            #expect(code { _ = try AccessControl(keys) } == .tooOpen)
        }
    }

    @Test func whoIsAuthorisedIsOnTheList() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.query, .feed])
            let (list, problems) = try keys.authorized()
            #expect(problems.isEmpty)
            #expect(list.keys.map(\.name) == ["alice"])
            #expect(list.key(ofUser: client.key.keyPair.publicKey.z85)?.permissions == [.query, .feed])
            #expect(try list.key(ofUser: CurveKeyPair.random().publicKey.z85) == nil)
        }
    }

    @Test func authorisingAgainChangesTheRoles() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.query, .feed])
            _ = try keys.authorise(path: client.card, permissions: [.admin])
            #expect(try keys.authorized().list.keys.map(\.permissions) == [[.admin]])
        }
    }

    @Test func aNameThatBelongsToAnotherKeyIsRefused() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.query])
            try withDirectory { other in
                let impostor = try MadeKey("alice", for: keys, in: other)
                #expect(code { _ = try keys.authorise(path: impostor.card, permissions: [.query]) } == .exists)
            }
            #expect(try keys.authorized().list.keys.map(\.publicKey) == [client.key.keyPair.publicKey])
        }
    }

    @Test func aKeyThatHasAnotherNameIsRefused() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.query])
            let text = try String(contentsOfFile: client.card, encoding: .utf8)
            let renamed = client.card.replacing("alice", with: "bob")
            try write(text.replacing("name = alice", with: "name = bob"), to: renamed)
            #expect(code { _ = try keys.authorise(path: renamed, permissions: [.admin]) } == .exists)
        }
    }

    @Test func whoIsRevokedIsOffTheList() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.query])
            try keys.revoke("alice")
            #expect(try keys.authorized().list == AccessList())
            #expect(code { try keys.revoke("alice") } == .missing)
        }
    }

    @Test func revokingRemovesTheKeyUnderEveryName() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.query])
            let text = try String(contentsOfFile: "\(keys.path)/authorized/alice.key", encoding: .utf8)
            try write(
                text.replacing("name = alice", with: "name = bob"), to: "\(keys.path)/authorized/bob.key")
            try keys.revoke("alice")
            #expect(try keys.authorized().list == AccessList())
        }
    }

    @Test(arguments: [
        ("mallory.key", "public = PUBLIC\nroles = admin\n"),
        ("mallory.key", "name = mallory\nroles = admin\n"),
        ("mallory.key", "name = mallory\npublic = PUBLIC\n"),
        ("mallory.key", "name = mallory\npublic = PUBLIC\nroles = \n"),
        ("mallory.key", "name = mallory\npublic = PUBLIC\nroles = root\n"),
        ("mallory.key", "name = mallory\npublic = PUBLIC\nroles = query\nroles = admin\n"),
        ("mallory.key", "name = mallory\npublic = PUBLIC\nrole = query\n"),
        ("mallory.key", "name = mallory\npublic = short\nroles = query\n"),
        ("mallory.key", "name = ../mallory\npublic = PUBLIC\nroles = query\n"),
        ("mallory.key", "name = other\npublic = PUBLIC\nroles = query\n"),
        ("mallory.key", "\u{0}\u{FFFD}"),
        ("mallory.key", ""),
        ("zwilling.key", "name = zwilling\npublic = ALICE\nroles = admin\n"),
    ])
    func aBadFileCountsForNothingAndShutsOutNobodyElse(file: String, text: String) throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.query])
            let text = text.replacing("PUBLIC", with: try CurveKeyPair.random().publicKey.z85)
                .replacing("ALICE", with: client.key.keyPair.publicKey.z85)
            try write(text, to: "\(keys.path)/authorized/\(file)")
            let (list, problems) = try keys.authorized()
            #expect(list.keys.map(\.name) == ["alice"])
            #expect(list.keys.map(\.permissions) == [[.query]])
            #expect(problems.map(\.code) == [.malformed])
        }
    }

    @Test func aHugeFileIsNotRead() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.query])
            let path = "\(keys.path)/authorized/alice.key"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try write(text + String(repeating: "# long\n", count: 10_000), to: path)
            #expect(try keys.authorized().problems.map(\.code) == [.malformed])
        }
    }

    @Test(arguments: [0o664, 0o646])
    func aFileThatOthersCanChangeCountsForNothing(mode: Int) throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.query])
            try setMode(mode, of: "\(keys.path)/authorized/alice.key")
            let (list, problems) = try keys.authorized()
            #expect(list == AccessList())
            #expect(problems.map(\.code) == [.tooOpen])
        }
    }

    @Test func otherFilesInTheDirectoryAreNotRead() throws {
        try withKeys { keys, client in
            for name in ["README", ".key.swp", "alice.key.123.new"] {
                try write("anything", to: "\(keys.path)/authorized/\(name)")
            }
            let (list, problems) = try keys.authorized()
            #expect(list == AccessList() && problems.isEmpty)
        }
    }

    @Test func withoutADirectoryNobodyIsLetIn() throws {
        try withKeys { keys, _ in
            try FileManager.default.removeItem(atPath: "\(keys.path)/authorized")
            #expect(try keys.authorized().list == AccessList())
        }
    }
}
