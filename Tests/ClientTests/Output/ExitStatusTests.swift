import ArgumentParser
import ClientKit
import Testing
import Wire

@testable import entitywire

// Testing has a type of the same name.
typealias Status = entitywire.ExitStatus

@Suite struct ExitStatusTests {
    @Test(arguments: [
        (ClientError.Code.unreachable, Status.unreachable), (.noAnswer, .unreachable), (.closed, .unreachable),
        (.badAnswer, .server), (.invalid, .usage), (.cancelled, .interrupted), (.keyRefused, .refused),
        (.wrongService, .refused),
    ])
    func aClientsErrorsHaveTheirStatus(code: ClientError.Code, status: Status) {
        #expect(Failure(ClientError(code, "x")).status == status)
    }

    @Test func everyCodeOfTheServiceHasItsStatus() {
        func codes(_ status: Status) -> [WireError.Code] {
            WireError.Code.allCases.filter {
                Failure(ClientError(.refused, "x", answer: WireError($0, "x"))).status == status
            }
        }
        #expect(codes(.nothingFound) == [.unknownDocument, .unknownEntity, .ambiguous])
        #expect(codes(.server) == [.busy, .tooManyRequests, .storageFull, .notStored, .deadline, .draining, .internal])
        #expect(codes(.refused).count == WireError.Code.allCases.count - 10)
    }

    @Test func candidatesOfAnAmbiguousNameAreSaid() {
        let answer = WireError(.ambiguous, "Two are called so.", detail: ["candidates": .list(["g1 A", "g2 B"])])
        let failure = Failure(ClientError(.refused, answer.message, answer: answer))
        #expect(failure == Failure(.nothingFound, "Two are called so. Candidates: g1 A, g2 B."))
    }

    @Test func theNumbersAreThoseOfTheManual() {
        let all: [Status] = [
            .success, .nothingFound, .usage, .refused, .unreachable, .server, .partlyRefused, .interrupted,
        ]
        #expect(all.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 130])
    }

    @Test(arguments: [
        ["dance"], ["submit"], ["submit", "-", "a.txt"], ["documents", "--limit", "none"],
        ["documents", "--limit", "-1"],
        ["jobs", "retry"], ["jobs", "retry", "abcd", "--all"], ["jobs", "list", "--dead", "--state", "done"],
        ["entities", "--type", "DRAGON"], ["watch", "--from", "yesterday"], ["call"], ["call", "status", "--list"],
        ["verify", "--file", "a.jsonl"], ["extract", "a.txt", "--jobs", "0"], ["extract", "a.txt", "--published", "x"],
        ["status", "--timeout", "0"], ["status", "--service", "http://x"], ["submit", "--map", "nonsense=a", "-"],
        ["submit", "-", "--published", "yesterday"], ["status", "--work-port", "70000"],
    ])
    func wrongUsageIsTwoAndSaysWhatToDo(arguments: [String]) async {
        let failure = await EntityWire.outcome(of: arguments)
        #expect(failure?.status == .usage)
        #expect(failure?.message?.isEmpty == false)
    }

    @Test func aFileThatIsNotThereIsRefused() async {
        #expect(await EntityWire.outcome(of: ["submit", "/does/not/exist.txt", "--quiet"])?.status == .refused)
        #expect(await EntityWire.outcome(of: ["extract", "/does/not/exist.txt"])?.status == .refused)
    }

    @Test func nobodyThereIsFour() async {
        let failure = await EntityWire.outcome(of: ["status", "--query-port", "9", "--timeout", "0.2"])
        #expect(failure?.status == .unreachable)
        #expect(failure?.message?.contains("tcp://127.0.0.1:9") == true)
    }

    @Test func optionsComeBeforeTheEnvironmentAndThatBeforeTheDefaults() throws {
        let environment = [
            "ENTITYWIRE_SERVICE": "tcp://news", "ENTITYWIRE_QUERY_PORT": "1702", "ENTITYWIRE_FEED_PORT": "",
        ]
        let options = try ConnectionOptions.parse(["--query-port", "2702"]).clientOptions(environment: environment)
        #expect(options.service == "tcp://news")
        #expect([options.workPort, options.queryPort, options.feedPort] == [7701, 2702, 7703])
        #expect(throws: Failure.self) {
            try ConnectionOptions.parse([]).clientOptions(environment: ["ENTITYWIRE_WORK_PORT": "many"])
        }
    }
}
