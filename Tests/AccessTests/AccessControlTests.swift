import Access
import Foundation
import Testing
import ZeroMQ

@Suite struct AccessControlTests {
    @Test func aKeyMayDoWhatOneOfItsRolesAllows() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.query, .feed])
            let control = try AccessControl(keys)
            let user = client.key.keyPair.publicKey.z85
            #expect(control.key(ofUser: user)?.name == "alice")
            #expect(control.key(ofUser: user, with: [.query]) != nil)
            #expect(control.key(ofUser: user, with: [.feed, .admin]) != nil)
            #expect(control.key(ofUser: user, with: [.admin, .submit, .work]) == nil)
            #expect(control.key(ofUser: "", with: []) == nil)
        }
    }

    @Test func readingAgainTellsWhoLostWhat() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.work, .feed])
            let control = try AccessControl(keys)
            let user = client.key.keyPair.publicKey.z85
            #expect(try control.reload() == nil)
            _ = try keys.authorise(path: client.card, permissions: [.work, .query])
            let narrowed = try #require(try control.reload())
            #expect(narrowed.lost(.feed) == [user])
            #expect(narrowed.lost(.work).isEmpty && narrowed.lost(.query).isEmpty)
            try keys.revoke("alice")
            let revoked = try #require(try control.reload())
            #expect(revoked.lost(.work) == [user])
            #expect(revoked.lost(.feed).isEmpty)
            #expect(control.key(ofUser: user) == nil)
        }
    }

    @Test func aNewKeyUnderAnOldNameIsSomebodyElse() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.work])
            let control = try AccessControl(keys)
            try keys.revoke("alice")
            try withDirectory { other in
                let successor = try MadeKey("alice", for: keys, in: other)
                _ = try keys.authorise(path: successor.card, permissions: [.work])
                let change = try #require(try control.reload())
                #expect(change.lost(.work) == [client.key.keyPair.publicKey.z85])
                #expect(control.key(ofUser: client.key.keyPair.publicKey.z85) == nil)
                #expect(control.key(ofUser: successor.key.keyPair.publicKey.z85) != nil)
            }
        }
    }

    @Test func aProblemIsToldOnce() throws {
        try withKeys { keys, _ in
            let control = try AccessControl(keys)
            try write("nonsense", to: "\(keys.path)/authorized/bad.key")
            #expect(try control.reload()?.newProblems.map(\.code) == [.malformed])
            #expect(try control.reload() == nil)
        }
    }

    @Test func aDirectoryThatCannotBeReadChangesNothing() throws {
        try withKeys { keys, client in
            _ = try keys.authorise(path: client.card, permissions: [.work])
            let control = try AccessControl(keys)
            let directory = "\(keys.path)/authorized"
            try FileManager.default.moveItem(atPath: directory, toPath: "\(keys.path)/away")
            try write("a file where the directory was", to: directory)
            #expect(code { _ = try control.reload() } == .system)
            #expect(control.key(ofUser: client.key.keyPair.publicKey.z85) != nil)
        }
    }
}
