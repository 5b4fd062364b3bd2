import Annotation

/// The stage that finds offices and the people whom the text names as their holders.
package struct OfficeReader: ReadingStage {
    package let name = "offices"
    package let reads: Set<ReadingLayer> = [.entities]
    package let adds: Set<ReadingLayer> = [.offices]

    package init() {}

    /// Fills `offices`; joins entities that one title shows to be one.
    package func read(_ reading: inout Reading) {
        var holders = OfficeHolders(reading.view, OfficeFinder(view: reading.view).find())
        holders.find()
        reading.merge(into: TitleMerging(view: reading.view, entities: reading.entities).targets(of: holders))
        holders.view = reading.view
        reading.offices = holders
    }
}
