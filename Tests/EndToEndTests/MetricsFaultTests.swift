import Foundation
import Testing

/// Whoever reaches the metrics' port takes no time of what the service is for.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct MetricsFaultTests {
    private static let peer = """
        import os, socket, sys, time, threading
        port = int(sys.argv[1])
        def connect(): s = socket.create_connection(("127.0.0.1", port)); s.settimeout(5); return s
        def answer(s):
            text = b""
            try:
                while True:
                    part = s.recv(65536)
                    if not part: break
                    text += part
            except OSError: pass
            return text
        def send(s, text):
            try: s.sendall(text)
            except OSError: pass

        """

    private static func script(_ python: String, after: String) -> String {
        """
        serve s --metrics-port 0; await grep -q 'ready metrics' s/out; ports s/out
        cat > peer.py <<'P'
        \(peer)\(python)
        P
        python3 peer.py $METRICS & PEER=$!
        \(after)
        kill $SERVICE; wait $SERVICE; echo "stopped $?"
        """
    }

    @Test func longRequestLinesAreCutAndNobodyWaits() throws {
        let result = try Shell.run(
            Self.script(
                """
                held = []
                for _ in range(8):
                    s = connect(); threading.Thread(target=send, args=(s, b"GET /" + b"a" * 400000)).start(); held.append(s)
                for s in held: print("answer", answer(s)[:12].decode() or "cut")
                """,
                after: """
                    sleep 0.2; s=$(date +%s%N); timeout 20 entitywire status > /dev/null; echo "status $?"
                    echo "ms $((($(date +%s%N) - s) / 1000000))"; wait $PEER
                    """))
        #expect(result.values("status") == ["0"], "\(result.output)")
        #expect(result.values("ms").compactMap(Int.init).allSatisfy { $0 < 3_000 }, "\(result.output)")
        #expect(result.values("answer").count == 8, "\(result.output)")
        #expect(result.values("answer").allSatisfy { $0 == "HTTP/1.1 431" || $0 == "cut" }, "\(result.output)")
        #expect(result.values("stopped") == ["0"], "\(result.output)")
    }

    @Test func silentConnectionsKeepNobodyFromTheMetricsAndAreCut() throws {
        let result = try Shell.run(
            Self.script(
                """
                held = [connect() for _ in range(100)]
                for s in held[:50]: send(s, b"GET /metrics HTTP/1.1\\r\\nX: ")
                fresh = connect(); send(fresh, b"GET /healthz HTTP/1.1\\r\\n\\r\\n"); print("fresh", answer(fresh)[:12].decode())
                begin = time.time()
                for s in held: s.settimeout(20); answer(s)
                print("cut", time.time() - begin < 15)
                """, after: "wait $PEER"))
        #expect(result.values("fresh") == ["HTTP/1.1 200"], "\(result.output)")
        #expect(result.values("cut") == ["True"], "\(result.output)")
        #expect(result.values("stopped") == ["0"], "\(result.output)")
    }

    @Test func requestsInPiecesHeadAndStrangePathsAreAnswered() throws {
        let result = try Shell.run(
            Self.script(
                """
                s = connect()
                for c in b"GET /healthz HTTP/1.1\\r\\n\\r\\n": send(s, bytes([c])); time.sleep(0.01)
                print("pieces", answer(s).split(b"\\r\\n\\r\\n")[1].decode().strip())
                for line in [b"HEAD /metrics HTTP/1.1", b"GET /nothing HTTP/1.1", b"nonsense"]:
                    s = connect(); send(s, line + b"\\r\\n\\r\\n"); a = answer(s)
                    print("head", a[9:12].decode(), len(a.split(b"\\r\\n\\r\\n")[1]) if line.startswith(b"HEAD") else "")
                """, after: "wait $PEER"))
        #expect(result.values("pieces") == ["ok"], "\(result.output)")
        #expect(result.values("head") == ["200 0", "404 ", "400 "], "\(result.output)")
    }

    @Test(arguments: [
        "entitywire-service --database a.db --work-port 0 --query-port 0 --feed-port 0", "entitywire-extractor",
    ])
    func anAddressThatCannotBeHadIsToldOnceBeforeTheProgramIsReady(_ program: String) throws {
        let result = try Shell.run(
            """
            timeout 20 \(program) --metrics-port 1 --metrics-host 192.0.2.1 > out 2> log; echo "exit $?"
            wc -c < out | sed 's/^/out /'; grep -o 'Cannot serve metrics' log | wc -l | sed 's/^/told /'; cat log
            """)
        #expect(result.values("exit") == ["1"], "\(result.output)")
        #expect(result.values("out") == ["0"], "\(result.output)")
        #expect(result.values("told") == ["1"], "\(result.output)")
        #expect(!result.output.contains("errno"), "\(result.output)")
    }
}
