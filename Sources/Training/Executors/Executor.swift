/// Runs independent pieces of work, as many at a time as it has workers, and gives the results in order.
public protocol Executor: Sendable {
  /// How many pieces it does at a time, 1 or more.
  var workers: Int { get }
  /// - Throws: the first error of `body`, or `CancellationError` once the task is cancelled; pieces that have begun are
  ///   finished first.
  func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ body: @escaping @Sendable (Input) async throws -> Output
  ) async throws -> [Output]
}

/// Runs the work here, one piece a worker.
public struct LocalExecutor: Executor {
  public let workers: Int

  /// - Precondition: `workers` is 1 or more.
  public init(workers: Int) {
    precondition(workers >= 1)
    self.workers = workers
  }

  public func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ body: @escaping @Sendable (Input) async throws -> Output
  ) async throws -> [Output] {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var results = [Output?](repeating: nil, count: inputs.count)
      var next = 0
      func launch() {
        guard next < inputs.count, !Task.isCancelled else { return }
        let (index, input) = (next, inputs[next])
        group.addTask { (index, try await body(input)) }
        next += 1
      }
      for _ in 0..<min(workers, inputs.count) { launch() }
      while let (index, output) = try await group.next() {
        results[index] = output
        launch()
      }
      try Task.checkCancellation()
      return results.compactMap { $0 }
    }
  }
}
