/// A document whose extraction did not end: the worker lost a thread to it and has to be started anew.
package struct HungExtraction: Error, CustomStringConvertible {
    package let document: String

    package var description: String {
        "The extraction of document \(document) does not end: this worker lost a thread to it and stops. "
            + "Start it again; the service gives the document up after some attempts."
    }
}
