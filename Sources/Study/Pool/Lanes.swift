import Dispatch
import Synchronization

/// Work that shares cores without waiting for a task: for values that are made where others already wait for them.
package struct Lanes: Sendable {
  private let workers: Int

  /// - Precondition: 1 worker or more.
  package init(_ workers: Int) {
    precondition(workers >= 1)
    self.workers = workers
  }

  /// What `body` makes of each input, in their order.
  package func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ body: @Sendable (Input) -> Output
  ) -> [Output] {
    let lanes = min(workers, inputs.count)
    guard lanes > 1 else { return inputs.map(body) }
    let made = Mutex([Output?](repeating: nil, count: inputs.count))
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      for index in stride(from: lane, to: inputs.count, by: lanes) {
        let output = body(inputs[index])
        made.withLock { $0[index] = output }
      }
    }
    return made.withLock { $0.compactMap { $0 } }
  }
}
