import Testing

@testable import CommandSupport

@Suite struct ShortOptionsTests {
    @Test(arguments: ["-dash.txt", "-h.txt", "-help", "-d", "-qd"])
    func aLetterThatIsNoOptionIsNamed(_ argument: String) throws {
        let problem = try #require(ShortOptions.problem(["submit", argument], known: "hq"))
        #expect(problem.hasPrefix("There is no option -"))
        #expect(problem.contains("./\(argument)"))
    }

    @Test(arguments: [["-h"], ["-qh"], ["-"], ["--", "-dash.txt"], ["--limit", "-5"], ["--anything"], ["a-b"], []])
    func whatTheParserUnderstandsIsLeftToIt(_ arguments: [String]) {
        #expect(ShortOptions.problem(arguments, known: "hq") == nil)
    }
}
