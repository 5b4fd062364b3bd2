import Testing

@testable import entitywire

/// Values are given back as they stand, whatever they are.
@Suite struct JSONMembersTests {
    @Test(
        arguments: [
            #"1.10"#, #"-1e+3"#, "18446744073709551616", "null", "true", #""""#, #""a\"b\\""#, #""} , ]""#, "[]", "{}",
            #"[ 1, {"k" : "]"} ,"x"]"#, #"{"k":[{"k":"}"}],"l":"\\"}"#, #""ü\u0041""#,
        ])
    func aValueIsGivenAsItStands(value: String) {
        for (before, after) in [("", ""), (" ", "\t"), ("\t ", "  ")] {
            for object in [
                "{\"k\":\(before)\(value)\(after)}",
                "{ \"a\" : [\"k\"],\"k\" :\(before)\(value)\(after), \"b\":{\"k\":2}}",
            ] {
                let members = JSONMembers(Array(object.utf8))
                #expect(members["k"].map { String(decoding: $0, as: UTF8.self) } == value, "\(object)")
                #expect(members["no"] == nil)
            }
        }
    }

    @Test func namesAreReadAsJSONAndTheLastOfTwoCounts() {
        let members = JSONMembers(Array(#"{"\u0061\"":1,"ü":2,"ü":3}"#.utf8))
        #expect(members["a\""].map(Array.init) == Array("1".utf8))
        #expect(members["ü"].map(Array.init) == Array("3".utf8))
    }

    @Test(arguments: ["", "{", "{}", "{\"k", "{\"k\"", "{\"k\":", "{\"k\":\"", "{\"k\":[", "{\"k\":1,"])
    func whatIsCutHasNoEndlessLoop(object: String) {
        _ = JSONMembers(Array(object.utf8))["k"]
    }
}
