import Testing
import ZeroMQ

@Suite struct CurveKeyPairTests {
    @Test func twoRandomKeysDiffer() throws {
        #expect(try CurveKeyPair.random().publicKey != CurveKeyPair.random().publicKey)
    }

    @Test func thePublicHalfFollowsFromTheSecretOne() throws {
        let pair = try CurveKeyPair.random()
        let secret = try #require(CurveSecretKey(z85: pair.secretKey.z85))
        #expect(try CurveKeyPair(secretKey: secret).publicKey == pair.publicKey)
    }

    @Test func textAndBytesSayTheSame() throws {
        // The example of ZeroMQ RFC 32 is 8 bytes; four of them in a row are as long as a key.
        let bytes = [[UInt8]](repeating: [0x86, 0x4F, 0xD2, 0x6F, 0xB5, 0x59, 0xF7, 0x5B], count: 4).flatMap { $0 }
        let key = try #require(CurvePublicKey(bytes: bytes))
        #expect(key.z85 == String(repeating: "HelloWorld", count: 4))
        #expect(CurvePublicKey(z85: key.z85) == key)
    }

    @Test(arguments: [
        "", "HelloWorld", String(repeating: "HelloWorld", count: 5), String(repeating: "Hello orld", count: 4),
        String(repeating: "HelloWorld", count: 3) + "HelloWor\u{0}d", String(repeating: "é", count: 20),
        String(repeating: "#####", count: 8), String(repeating: "\"", count: 40),
    ])
    func whatIsNoKeyIsRefused(text: String) {
        #expect(CurvePublicKey(z85: text) == nil)
        #expect(CurveSecretKey(z85: text) == nil)
    }

    @Test(arguments: [0, 31, 33])
    func bytesOfAnotherLengthAreRefused(count: Int) {
        #expect(CurvePublicKey(bytes: [UInt8](repeating: 1, count: count)) == nil)
        #expect(CurveSecretKey(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }

    @Test func printingAPairShowsNoSecret() throws {
        let pair = try CurveKeyPair.random()
        var dumped = ""
        dump(pair, to: &dumped)
        for text in ["\(pair)", String(reflecting: pair), dumped] {
            #expect(!text.contains(pair.secretKey.z85))
            #expect(!text.contains("\(pair.secretKey.bytes)"))
            #expect(text.contains("secret"))
        }
    }
}
