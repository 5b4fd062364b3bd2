package import Wire

/// A connected worker, from its HELLO to its BYE or its silence.
package struct Session: Sendable {
    /// The routing id of its connection.
    package let peer: [UInt8]
    /// Counts all sessions of the service.
    package let number: Int
    /// Whose key the connection was made with; nil where the service has no keys.
    package let user: String?
    package let name: String
    package let instance: String
    package let extractor: String
    /// How many documents the worker can hold in all.
    package var window: Int
    package let windowBytes: Int
    /// Monotonic milliseconds of the last message from it.
    package var lastHeard: Int64
    /// The attempts it holds, with the bytes of their texts.
    package var inFlight: [Attempt: Int] = [:]
    /// A job could not be sent to it: it gets no more until it speaks.
    package var isDeaf = false
    /// It holds a suspect, and nothing else until that is done.
    package var isAlone = false
    package var stored = 0
    package var failed = 0

    package init(peer: [UInt8], number: Int, user: String?, hello: Hello, now: Int64) {
        self.peer = peer
        self.number = number
        self.user = user
        name = hello.name
        instance = hello.instance
        extractor = hello.extractor
        window = min(hello.window, Limits.window)
        windowBytes = hello.windowBytes
        lastHeard = now
    }

    /// The name that people gave it.
    package var label: String { "\(name) (\(instance.prefix(8)))" }

    package var bytesInFlight: Int { inFlight.values.reduce(0, +) }
}
