import Foundation
import Testing

@testable import CommandSupport

@Suite struct RawPathTests {
    @Test(
        arguments: [
            Array("plain.txt".utf8), Array("żółć/日本.txt".utf8), [0x63, 0x61, 0x66, 0xE9], [0xFF, 0xFE, 0x2F, 0xC3],
            [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [],
        ] as [[UInt8]])
    func everyPathKeepsItsBytes(_ bytes: [UInt8]) {
        #expect(RawPath.bytes(RawPath.string(bytes)) == bytes)
    }

    @Test func aNameThatIsNotUTF8IsShownReadFoundAndListed() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "raw-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = RawPath.string(Array("\(folder)/caf".utf8) + [0xE9] + Array(".txt".utf8))
        #expect(RawPath.shown(path) == "\(folder)/caf\\xE9.txt")
        #expect(RawPath.status(path) == nil && errno == ENOENT)
        close(RawPath.with(path) { open($0, O_CREAT | O_WRONLY, 0o600) })
        #expect(RawPath.status(path) != nil)
        let descriptor = RawPath.open(path)
        #expect(descriptor >= 0)
        close(descriptor)
        #expect(RawPath.names(in: folder).map { ["\(folder)/\($0[0])"] } == [path])
        unlink(RawPath.with(path) { strdup($0) })
        rmdir(folder)
    }
}
