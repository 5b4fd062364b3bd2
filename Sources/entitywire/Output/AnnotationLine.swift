import Annotation

/// An annotation as one line of canonical JSON.
enum AnnotationLine {
    static func bytes(_ annotation: Annotation) throws -> [UInt8] {
        try CanonicalJSON.encode(annotation) + [UInt8(ascii: "\n")]
    }
}
