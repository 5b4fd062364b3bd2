import Metrics
import Wire

/// What a worker counts from its start on.
final class WorkerMetrics: Sendable {
    private let documents = Counter(
        "entitywire_extractor_documents_total", "Documents worked on.", label: "outcome", values: ["result", "failure"])
    private let bytes = Counter("entitywire_extractor_text_bytes_total", "Bytes of text worked on.")
    private let seconds = Histogram("entitywire_extractor_document_seconds", "How long a document took, in seconds.")
    private let stageSeconds: Histogram

    init(stages: [String]) {
        stageSeconds = Histogram(
            "entitywire_extractor_stage_seconds", "How long a stage of the extraction took, in seconds.",
            label: "stage", values: stages)
    }

    func count(stage: String, _ time: Duration) { stageSeconds.observe(time / .seconds(1), stage) }

    func count(_ text: [UInt8], isResult: Bool, _ time: Duration) {
        documents.add(1, isResult ? "result" : "failure")
        bytes.add(text.count)
        seconds.observe(time / .seconds(1))
    }

    /// The metrics of now.
    func families(_ heldJobs: HeldJobs, isConnected: Bool) -> [MetricFamily] {
        [
            .buildInfo(program: "entitywire-extractor", version: Program.version),
            .gauge("entitywire_extractor_connected", "1 while the service answers, else 0.", isConnected ? 1 : 0),
            .gauge(
                "entitywire_extractor_held_documents", "Documents in hand.", by: "state",
                [
                    "waiting": heldJobs.order.count, "working": heldJobs.working.count,
                    "unacknowledged": heldJobs.answers.count,
                ]),
            documents.family, bytes.family, seconds.family, stageSeconds.family,
        ] + ProcessMetrics.families
    }
}
