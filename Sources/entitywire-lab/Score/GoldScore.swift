/// The score of annotations against gold answers, part by part.
///
/// Parts: names (span and type; in the body, with findings in boilerplate counted as false, and by any overlap), persons,
/// roles (span and holder), direct quotations (span, and with their speaker), dates (span, open value, resolved value),
/// numbers, sources, boilerplate by characters, and clusters of names by B-cubed (Bagga and Baldwin 1998). A finding that
/// overlaps a borderline item of the gold and matches nothing is neutral.
struct GoldScore {
    enum Part: String, CaseIterable {
        case names = "names, body"
        case namesEverywhere = "names, boilerplate counted"
        case namesOverlapping = "names, any overlap"
        case persons
        case roles
        case directQuotes = "direct quotes"
        case speakers = "quotes with speaker"
        case dateSpans = "dates, span"
        case openDates = "dates, open value"
        case resolvedDates = "dates, resolved"
        case numbers
        case sources
        case boilerplate = "boilerplate, characters"
    }

    /// A line of the table.
    struct Row {
        var part: String
        var figures: Figures
        var hit: Int
        var found: Int
        var gold: Int
        /// The mean F1 of the documents, where the figures are means themselves.
        var meanF1: Double?

        var f1: Double { meanF1 ?? figures.f1 }
    }

    var tallies: [Part: Tally] = [:]
    /// The files of the gold that no annotation speaks of.
    private(set) var missing: [String] = []
    var clustersWithin: [[BCubed.Item]] = []
    var clustersAcross: [BCubed.Item] = []

    init(gold: [GoldDocument], found: [FoundDocument]) {
        let byText = Dictionary(found.map { ($0.textSha256 ?? "", $0) }) { $1 }
        for document in gold {
            let annotation = byText[document.sha256]
            if annotation == nil { missing.append(document.file) }
            add(document, annotation ?? FoundDocument())
        }
    }

    var rows: [Row] {
        let parts = Part.allCases.map { part in
            let tally = tallies[part] ?? Tally()
            return Row(
                part: part.rawValue, figures: tally.figures, hit: tally.hit, found: tally.found, gold: tally.gold)
        }
        let within = clustersWithin.filter { !$0.isEmpty }.map(BCubed.figures)
        let count = Double(max(within.count, 1))
        // The mean of the documents' F1, as of their precision and recall.
        let mean = Figures(
            precision: within.map(\.precision).reduce(0, +) / count, recall: within.map(\.recall).reduce(0, +) / count)
        var row = Row(
            part: "clusters within documents (B3)", figures: mean, hit: within.count, found: within.count,
            gold: clustersWithin.count)
        row.meanF1 = within.map(\.f1).reduce(0, +) / count
        let across = clustersAcross.count
        let all = Row(
            part: "clusters across documents (B3)", figures: BCubed.figures(clustersAcross), hit: across, found: across,
            gold: across)
        return parts + [row, all]
    }
}
