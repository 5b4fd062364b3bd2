import CommandSupport
import Wire

/// The answer to `status` for people.
struct StatusView {
    let status: StatusAnswer

    init(_ status: StatusAnswer) { self.status = status }

    func lines(_ style: TextStyle) -> [String] {
        rows.map { title, value in
            style.bold(title.padding(to: 12)) + Sanitised.line(value)
        }
    }

    private var rows: [(String, String)] {
        let queue = status.queue
        var waiting = "\(Numbers.grouped(queue.ready)) waiting, \(Numbers.grouped(queue.leased)) in work"
        if let oldest = queue.oldestSeconds { waiting += ", the oldest for \(Numbers.age(seconds: oldest))" }
        let rate =
            "\(Numbers.rate(status.acceptedPerSecond)) accepted a second, "
            + "\(Numbers.rate(status.storedPerSecond)) extracted a second"
        return [
            ("Service", "\(status.version), \(status.healthy ? "healthy" : "in trouble")"),
            (
                "Extractors",
                "\(Numbers.grouped(status.workers)) connected, version \(status.extractor ?? "not yet known")"
            ),
            ("Queue", waiting),
            ("Done", "\(Numbers.grouped(queue.done)) done, \(Numbers.grouped(queue.dead)) given up"),
            ("Rate", rate),
            ("Limited by", limit),
            (
                "Holds",
                "\(Numbers.count(status.documents, "document")), "
                    + Numbers.count(status.entities, "entity", "entities")
            ),
            ("Database", database),
            ("Feed", "\(status.epoch):\(status.last)"),
        ] + (status.backup.map { [("Backup", "\($0.file), \($0.percent) % copied")] } ?? [])
    }

    private var database: String {
        let free = status.freeBytes.map { ", \(Numbers.bytes($0)) free on its disk" } ?? ""
        return "\(status.database) (\(Numbers.bytes(status.databaseBytes))\(free))"
    }

    private var limit: String {
        switch status.limit {
        case .nothing: "nothing: no document waits"
        case .noExtractors: "no extractor of the pinned version is connected"
        case .extraction: "extraction: more extractors would be faster"
        case .store: "the database"
        case .disk: "the disk is nearly full: submissions are refused"
        }
    }

    /// The next useful command.
    var hint: String? {
        if status.limit == .noExtractors { return "Next: entitywire-extractor --service tcp://HOST" }
        if status.queue.dead > 0 { return "Next: entitywire jobs list --dead" }
        return status.documents == 0 ? "Next: entitywire submit FILE" : nil
    }
}

extension String {
    /// With spaces after it up to a number of columns.
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - DisplayWidth.of(self)))
    }
}
