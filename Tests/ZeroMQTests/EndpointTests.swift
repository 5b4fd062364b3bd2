import Testing
import ZeroMQ

@Suite(.timeLimit(.minutes(1)))
struct EndpointTests {
    @Test func aRouterAnswersADealerByItsRoutingID() async throws {
        try await withPair { router, dealer in
            #expect(try await dealer.send([Message("question")]) == [.sent])
            let question = try #require(try await router.collect(1).first)
            #expect(question.frames.count == 2)
            #expect(question.frames[1] == Array("question".utf8))
            #expect(try await router.send([Message("answer").addressed(to: question.frames[0])]) == [.sent])
            #expect(try await dealer.collect(1) == [Message("answer")])
        }
    }

    @Test(arguments: [[""], ["", ""], ["a", "", "b"], ["\u{0}", "é"]])
    func framesArriveAsTheyWereSent(texts: [String]) async throws {
        try await withPair { router, dealer in
            let message = Message(frames: texts.map { Array($0.utf8) })
            try await dealer.send([message])
            let received = try #require(try await router.collect(1).first)
            #expect(Array(received.frames.dropFirst()) == message.frames)
            #expect(!received.truncated)
        }
    }

    @Test func aLargeBatchArrivesWholeAndInOrder() async throws {
        var options = SocketOptions()
        options.sendHighWater = 0
        try await withPair(dealer: options) { router, dealer in
            let messages = (0..<20_000).map { Message("message \($0)") }
            let outcomes = try await dealer.send(messages)
            #expect(outcomes.allSatisfy { $0 == .sent })
            let received = try await router.collect(messages.count)
            #expect(received.map { Array($0.frames.dropFirst()) } == messages.map(\.frames))
        }
    }

    @Test func aBatchStopsAtItsCountAndItsBytes() async throws {
        try await withPair { router, dealer in
            try await dealer.send((0..<10).map { _ in Message(frames: [Frame(repeating: 1, count: 100)]) })
            let first = try await router.collect(1)
            #expect(first.count == 1)
            // Each of the nine left has 105 bytes with its routing id; all are there once the last one is asked for.
            var sizes: [Int] = []
            while sizes.reduce(0, +) < 9 {
                sizes.append(try #require(try await router.receive(upTo: 9, bytes: 200, within: .seconds(10))).count)
            }
            #expect(sizes.allSatisfy { (1...2).contains($0) })
        }
    }

    @Test func receivingEndsEmptyWhenTheTimeIsOver() async throws {
        try await withPair { router, _ in
            for limit in [Duration.milliseconds(20), .zero] {
                let batch = try await router.receive(upTo: 1, within: limit)
                #expect(batch == [])
            }
        }
    }

    @Test func aWaitWithADeadlineDoesNotEndTheOneWithout() async throws {
        try await withPair { router, dealer in
            async let patient = router.receive(upTo: 1)
            let none = try await dealer.receive(upTo: 1, within: .milliseconds(20))
            #expect(none == [])
            try await dealer.send([Message("late")])
            let batch = try await patient
            #expect(batch?.count == 1)
        }
    }

    @Test func cancellingEndsTheWaitAndLosesNoMessage() async throws {
        try await withPair { router, dealer in
            let (started, signal) = AsyncStream<Void>.makeStream()
            let task = Task {
                signal.yield()
                return try await router.receive(upTo: 1)
            }
            for await _ in started { break }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            try await dealer.send([Message("kept")])
            #expect(try await router.collect(1).count == 1)
        }
    }

    @Test func aCancelledTaskTakesNothing() async throws {
        try await withPair { router, dealer in
            try await dealer.send([Message("kept")])
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await router.receive(upTo: 1)
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await router.collect(1).count == 1)
        }
    }

    @Test func closingEndsTheWait() async throws {
        try await withPair { router, _ in
            async let waiting = router.receive(upTo: 1)
            await router.close()
            let batch = try await waiting
            #expect(batch == nil)
            #expect(try await router.receive(upTo: 1) == nil)
        }
    }

    @Test func aClosedEndpointRefusesToSendAndConnect() async throws {
        try await withPair { _, dealer in
            await dealer.close()
            await dealer.close()
            let closed = ZMQError.Code.closed
            await #expect { try await dealer.send([Message("x")]) } throws: { ($0 as? ZMQError)?.code == closed }
            await #expect { try await dealer.connect("tcp://127.0.0.1:9") } throws: {
                ($0 as? ZMQError)?.code == closed
            }
            await #expect { _ = try await dealer.monitor() } throws: { ($0 as? ZMQError)?.code == closed }
        }
    }

    @Test func stoppingTheLoopEndsEveryWaitAndRefusesNewEndpoints() async throws {
        try await withLoop { loop in
            let endpoints = try (0..<4).map { _ in try Endpoint(.router, loop: loop) }
            for endpoint in endpoints { _ = try await endpoint.bind("tcp://127.0.0.1:*") }
            try await withThrowingTaskGroup(of: [Message]?.self) { group in
                for endpoint in endpoints { group.addTask { try await endpoint.receive(upTo: 1) } }
                loop.stop()
                for try await batch in group { #expect(batch == nil) }
            }
            #expect(throws: ZMQError(code: .terminated, operation: "open a socket")) {
                try Endpoint(.dealer, loop: loop)
            }
            for endpoint in endpoints { await endpoint.close() }
            // The thread has ended, and still a call gets its answer.
            #expect(try await endpoints[0].receive(upTo: 1) == nil)
        }
    }

    @Test func shuttingTheContextDownEndsEveryWait() async throws {
        let context = try ZMQContext()
        let loop = SocketLoop(context: context, name: "test")
        let router = try Endpoint(.router, loop: loop)
        _ = try await router.bind("tcp://127.0.0.1:*")
        let (started, signal) = AsyncStream<Void>.makeStream()
        async let waiting = {
            signal.yield()
            return try await router.receive(upTo: 1)
        }()
        for await _ in started { break }
        context.shutdown()
        let batch = try await waiting
        #expect(batch == nil)
        await #expect(throws: ZMQError(code: .terminated, operation: "send")) {
            try await router.send([Message("peer", "x")])
        }
        await router.close()
        loop.stop()
        #expect(throws: ZMQError(code: .terminated, operation: "create a socket")) {
            try Endpoint(.dealer, loop: loop)
        }
    }

    @Test func aSubscriberReceivesWhatItAskedFor() async throws {
        try await withLoop { loop in
            let publisher = try Endpoint(.xpub, loop: loop)
            let subscriber = try Endpoint(.sub, loop: loop)
            try await subscriber.connect(publisher.bind("tcp://127.0.0.1:*"))
            try await subscriber.subscribe(Array("e".utf8))
            #expect(try await publisher.collect(1) == [Message(frames: [[1] + Array("e".utf8)])])
            try await publisher.send([Message("other", "1"), Message("event", "2"), Message("e", "3")])
            #expect(try await subscriber.collect(2) == [Message("event", "2"), Message("e", "3")])
            await subscriber.close()
            await publisher.close()
        }
    }

    @Test func manyEndpointsShareOneLoop() async throws {
        try await withLoop { loop in
            let router = try Endpoint(.router, loop: loop)
            let address = try await router.bind("tcp://127.0.0.1:*")
            let echo = Task {
                while let batch = try await router.receive(upTo: 64) { try await router.send(batch) }
            }
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask { try await roundTrips(number: number, loop: loop, address: address) }
                }
                for try await succeeded in group { #expect(succeeded) }
            }
            await router.close()
            try await echo.value
        }
    }

    private func roundTrips(number: Int, loop: SocketLoop, address: String) async throws -> Bool {
        let dealer = try Endpoint(.dealer, loop: loop)
        try await dealer.connect(address)
        var answers: [Message] = []
        for round in 0..<5 {
            try await dealer.send([Message("\(number)", "\(round)")])
            answers += try await dealer.collect(1)
        }
        await dealer.close()
        return answers == (0..<5).map { Message("\(number)", "\($0)") }
    }
}
