extension Annotation {
    /// The same annotation with its dates resolved from a date of publication.
    ///
    /// Pure: never depends on the day it runs. The anchor is the date given, where it can be read, else the date that the
    /// text itself states or forces; without one no date has `resolved`. A bare weekday is the last such day on or before
    /// publication, a bare month the last such month; what does not follow from the anchor stays open.
    ///
    /// - Parameter published: ISO 8601, `2024-02-15`, `2024-02` or `2024`; a time of day behind it is ignored.
    public func resolvingDates(published: String?) -> Annotation {
        let anchor = published.flatMap(DateAnchor.init) ?? self.published.flatMap { DateAnchor($0.value) }
        var result = self
        for index in result.dates.indices {
            result.dates[index].resolved = anchor.flatMap { DateResolver(anchor: $0).resolve(result.dates[index]) }
        }
        return result
    }
}
