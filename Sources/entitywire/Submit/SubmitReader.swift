import Dispatch
import Synchronization

/// Reads inputs on a thread of its own, where a slow pipe holds nobody up.
final class SubmitReader: Sendable {
    private let inputs: Mutex<SubmitInputs>
    /// Apart from the inputs, whose lock a waiting read holds.
    private let counts: Mutex<[String: Int]>
    private let queue = DispatchQueue(label: "entitywire.read")
    /// One at a time where lines come as somebody writes them.
    private let batch: Int

    init(_ inputs: consuming sending SubmitInputs, isStandardInput: Bool) {
        counts = Mutex(inputs.unknown)
        self.inputs = Mutex(inputs)
        batch = isStandardInput ? 1 : 32
    }

    /// The next documents; empty at the end, and where the task is cancelled.
    func next() async -> [SubmitItem] {
        let waiter = Mutex<CheckedContinuation<[SubmitItem], Never>?>(nil)
        let answer: @Sendable ([SubmitItem]) -> Void = { items in
            let continuation = waiter.withLock { $0.take() }
            continuation?.resume(returning: items)
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiter.withLock { $0 = continuation }
                if Task.isCancelled { return answer([]) }
                queue.async { answer(self.read()) }
            }
        } onCancel: {
            answer([])
        }
    }

    /// Their names of fields that nothing was done with in what was read so far, with how often.
    var unknown: [String: Int] { counts.withLock { $0 } }

    private func read() -> [SubmitItem] {
        inputs.withLock { inputs in
            defer { counts.withLock { $0 = inputs.unknown } }
            var items: [SubmitItem] = []
            var size = 0
            while items.count < batch, size < 4 << 20, let item = inputs.next() {
                items.append(item)
                size += item.size
            }
            return items
        }
    }
}
