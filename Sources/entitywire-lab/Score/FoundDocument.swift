/// An annotation as scoring reads it: any field may be absent.
struct FoundDocument: Decodable {
    struct Entity: Decodable {
        var id: String
        var globalId: String?
    }

    var textSha256: String?
    var sections: [Fact]?
    var mentions: [Fact]?
    var entities: [Entity]?
    var roles: [Fact]?
    var quotes: [Fact]?
    var dates: [Fact]?
    var quantities: [Fact]?
    var sources: [Fact]?
}
