import Foundation
import Testing

/// What an operator sees of the running programs: health, metrics.
@Suite struct OperationsTests {
    /// Where a program serves its metrics.
    private static func port(of process: RunningProcess) async throws -> Int {
        let line = try #require(await process.line(beginningWith: "ready metrics="), "\(process.standardError)")
        return try #require(Int(line.dropFirst("ready metrics=".count)))
    }

    private static func metrics(at port: Int) throws -> PrometheusText {
        let answer = try Web.get("/metrics", port: port)
        #expect(answer.status == 200)
        #expect(answer.head.lowercased().contains("content-type: text/plain; version=0.0.4"), "\(answer.head)")
        return try PrometheusText(answer.body)
    }

    @Test(.timeLimit(.minutes(3)))
    func bothServicesServeMetricsThatPrometheusReads() async throws {
        let deployment = try await Deployment(environment: ["ENTITYWIRE_METRICS_PORT": "0"])
        let port = try await Self.port(of: deployment.service)
        #expect(try Web.get("/healthz", port: port).status == 200)
        #expect(try Self.metrics(at: port).values["entitywire_documents_accepted_total"] == 0)

        let extractor = try deployment.startExtractor(["--metrics-port", "0"])
        let submitted = try deployment.client(
            ["submit", "-", "--wait"],
            input:
                "The Foreign Minister of Norway met Jean-Luc Moreau in Paris on Thursday, and said that they will talk again."
        )
        #expect(submitted.code == 0, "\(submitted.errors)")
        #expect(try deployment.client(["entity", "Nobody Atall"]).code == 1)
        #expect(try deployment.client(["backup", "a.db"]).code == 0)

        let service = try Self.metrics(at: port)
        let expected: [String: Double] = [
            "entitywire_documents_accepted_total": 1, "entitywire_documents_extracted_total": 1,
            "entitywire_documents_dead_total": 0, "entitywire_jobs{state=\"done\"}": 1,
            "entitywire_jobs{state=\"ready\"}": 0, "entitywire_rejects_total{code=\"unknown_entity\"}": 1,
            "entitywire_backups_total{result=\"made\"}": 1, "entitywire_extractors": 1, "entitywire_healthy": 1,
            "entitywire_feed_sequence": 2, "entitywire_documents": 1, "entitywire_leases": 0,
            "entitywire_queue_oldest_seconds": 0,
            "entitywire_build_info{program=\"entitywire-service\",version=\"0.1.0\"}": 1,
        ]
        for (name, value) in expected { #expect(service.values[name] == value, "\(name)") }
        #expect((service.values["entitywire_commit_seconds_count"] ?? 0) > 2)
        #expect((service.values["entitywire_database_bytes"] ?? 0) > 0)
        #expect((service.values["process_resident_memory_bytes"] ?? 0) > 1_000_000)

        let worker = try Self.metrics(at: try await Self.port(of: extractor))
        #expect(worker.values["entitywire_extractor_documents_total{outcome=\"result\"}"] == 1)
        #expect(worker.values["entitywire_extractor_connected"] == 1)
        for stage in ["sections", "tokens", "names", "quotes", "annotation"] {
            #expect(worker.values["entitywire_extractor_stage_seconds_count{stage=\"\(stage)\"}"] == 1, "\(stage)")
        }
        #expect(try Web.get("/", port: port).status == 404)
        #expect(try Web.get("/metrics", port: port, method: "POST").status == 404)
    }

    @Test(.timeLimit(.minutes(2)))
    func anUnhealthyServiceSaysWhyInOneSentenceAndByItsExitCode() async throws {
        let deployment = try await Deployment(
            environment: ["ENTITYWIRE_METRICS_PORT": "0"], options: ["--min-free", "8000000000"])
        let status = try deployment.client(["status", "--quiet"])
        #expect(status.code == 5)
        #expect(status.output.isEmpty)
        #expect(status.errors.split(separator: "\n").count == 1, "\(status.errors)")
        #expect(status.errors.contains("--min-free"), "\(status.errors)")
        let table = try deployment.client(["status"])
        #expect(table.code == 5)
        #expect(table.output.contains("in trouble"))
        let json = try deployment.client(["status", "--json"])
        #expect(json.code == 5)
        #expect(json.output.contains("\"healthy\":false"))
        let answer = try Web.get("/healthz", port: try await Self.port(of: deployment.service))
        #expect(answer.status == 503)
        #expect(answer.body.contains("--min-free"), "\(answer.body)")
    }

    @Test(.timeLimit(.minutes(2)))
    func anExtractorWithoutItsServiceIsNotHealthyAndGoesOn() async throws {
        let deployment = try await Deployment()
        let extractor = try deployment.startExtractor(["--metrics-port", "0"])
        let port = try await Self.port(of: extractor)
        while try Web.get("/healthz", port: port).status != 200 {}
        deployment.service.kill()
        while try Web.get("/healthz", port: port).status != 503 {}
        #expect(try Web.get("/healthz", port: port).body.contains("does not answer"))
        try await deployment.restart()
        while try Web.get("/healthz", port: port).status != 200 {}
    }

    @Test(.timeLimit(.minutes(2)))
    func theLogIsJSONWhereThatIsAskedForAndNeverHoldsTheTextOfADocument() async throws {
        let environment = ["ENTITYWIRE_LOG_FORMAT": "json"]
        let deployment = try await Deployment(environment: environment, options: ["--log-level", "debug"])
        let extractor = try deployment.startExtractor(["--log-level", "debug"], environment: environment)
        let text =
            "The mayor of Zanzottera met Quirinius Obadiah in Paris on Thursday, and said that they will talk again."
        #expect(try deployment.client(["submit", "-", "--wait"], input: text).code == 0)
        #expect(try deployment.client(["entity", "Quirinius Obadiah"]).code <= 1)
        extractor.signal(SIGTERM)
        #expect(extractor.waitForExit() == 0)
        deployment.service.signal(SIGTERM)
        #expect(deployment.service.waitForExit() == 0)
        for log in [extractor.standardError, deployment.service.standardError] {
            let lines = log.split(separator: "\n")
            #expect(!lines.isEmpty)
            for line in lines {
                let fields = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
                for name in ["time", "level", "message"] { #expect(fields[name] != nil, "\(line)") }
            }
            for word in ["Zanzottera", "Quirinius", "mayor"] { #expect(!log.contains(word), "\(log)") }
        }
        // What ends a program is an event too.
        let held = try RunningProcess(
            "entitywire-service", ["--database", "/does/not/exist/x.db"], environment: environment)
        #expect(held.waitForExit() == 1)
        let last = try JSONDecoder().decode([String: String].self, from: Data(held.standardError.utf8))
        #expect(last["level"] == "critical")
    }

    @Test(.timeLimit(.minutes(2)))
    func aPortThatIsTakenEndsTheProgramWithASentence() async throws {
        let deployment = try await Deployment(environment: ["ENTITYWIRE_METRICS_PORT": "0"])
        let port = try await Self.port(of: deployment.service)
        let extractor = try deployment.startExtractor(["--metrics-port", "\(port)"])
        #expect(extractor.waitForExit() != 0)
        #expect(extractor.standardError.contains("--metrics-port"), "\(extractor.standardError)")
    }
}
