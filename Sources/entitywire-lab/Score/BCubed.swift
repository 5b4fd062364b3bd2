/// B-cubed precision and recall of clusters: Bagga and Baldwin, "Algorithms for Scoring Coreference Chains" (1998).
enum BCubed {
    /// A mention with its cluster in the gold and in the annotation.
    struct Item {
        var gold: String
        var found: String?
    }

    static func figures(_ items: [Item]) -> Figures {
        var precision = 0.0
        var recall = 0.0
        for item in items {
            let sameGold = items.filter { $0.gold == item.gold }
            let sameFound = item.found == nil ? [item] : items.filter { $0.found == item.found }
            let both = Double(sameFound.count { $0.gold == item.gold })
            precision += both / Double(sameFound.count)
            recall += both / Double(sameGold.count)
        }
        let count = Double(max(items.count, 1))
        return Figures(precision: precision / count, recall: recall / count)
    }
}
