extension ObjectShape {
    /// The members as columns in the data definition language of Spark SQL, one a line, with a line end.
    package var sparkColumns: String {
        members.map { "\($0.name) \($0.shape.sparkType)" }.joined(separator: ",\n") + "\n"
    }
}

extension Shape {
    fileprivate var sparkType: String {
        switch self {
        case .string, .choice: "STRING"
        case .integer: "INT"
        case .number: "DOUBLE"
        case .boolean: "BOOLEAN"
        case .list(let item, _): "ARRAY<\(item.sparkType)>"
        case .object(let object):
            // `end` is a word of the language: quoted, as all names are for the same look.
            "STRUCT<" + object.members.map { "`\($0.name)`: \($0.shape.sparkType)" }.joined(separator: ", ") + ">"
        }
    }
}
