import Annotation
import GRDB
import Wire

/// Rows of `entities`, wherever they are shown.
enum EntityRows {
    static func summary(_ record: FormRecord) -> EntitySummary {
        EntitySummary(
            id: GlobalID.string(record.global), type: EntityCode.types[record.type],
            name: String(record.bestName.prefix(1_000)), country: record.country, documents: record.documents,
            mentions: record.mentions)
    }
}
