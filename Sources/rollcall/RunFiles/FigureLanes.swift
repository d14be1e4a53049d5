import Figures
import Foundation
import Synchronization

/// Makes something of each figure on every core; which figure is drawn where changes no byte.
struct FigureLanes: Sendable {
  let figures: [any Figure]
  /// Told how far the work is.
  let tell: @Sendable (String) -> Void

  /// - Parameter name: What is made, as progress tells it.
  /// - Returns: What `body` makes of each figure, in their order.
  /// - Throws: The first error of `body`; `CancellationError`.
  func map<Made: Sendable>(
    _ name: String, _ body: @escaping @Sendable (Renderer, any Figure) throws -> Made
  ) async throws -> [Made] {
    let turns = Turns(figures.count)
    let lanes = max(1, min(ProcessInfo.processInfo.activeProcessorCount, figures.count))
    return try await withThrowingTaskGroup(of: [(Int, Made)].self) { group in
      for _ in 0..<lanes {
        group.addTask {
          // Fonts are looked up once a lane.
          let renderer = try Renderer()
          var made: [(Int, Made)] = []
          while let place = turns.next() {
            try Task.checkCancellation()
            made.append((place, try body(renderer, figures[place])))
            tell("\(name): \(place + 1) of \(figures.count)")
          }
          return made
        }
      }
      var made = [Made?](repeating: nil, count: figures.count)
      for try await lane in group {
        for (place, one) in lane { made[place] = one }
      }
      return made.compactMap { $0 }
    }
  }

  /// Gives out places, each once.
  private final class Turns: Sendable {
    private let given = Mutex(0)
    private let count: Int

    init(_ count: Int) { self.count = count }

    func next() -> Int? {
      given.withLock { given in
        guard given < count else { return nil }
        defer { given += 1 }
        return given
      }
    }
  }
}
