import Testing

@testable import CommandSupport

@Suite struct OpenFilesTests {
    @Test func theProcessMayOpenAsManyFilesAsItsHardLimitAllows() throws {
        let limit = OpenFiles.raiseLimit()
        #expect(limit > 0 && OpenFiles.raiseLimit() == limit)
        #expect(OpenFiles.problem(needed: limit) == nil)
        guard limit < UInt64.max else { return }
        let problem = try #require(OpenFiles.problem(needed: limit + 1))
        #expect(problem.contains("ulimit -n \(limit + 1)"))
    }
}
