import Foundation
import Synchronization

/// What a long task is at: one line drawn over and over on a terminal, a line every few seconds elsewhere.
final class Steps: Sendable {
  private let style: Progress.Style
  private let last: Mutex<ContinuousClock.Instant?>

  init(style: Progress.Style) {
    self.style = style
    last = Mutex(nil)
  }

  /// Shows a step unless one was shown a moment ago.
  func say(_ step: String) {
    let pause: Duration
    switch style {
    case .silent: return
    case .bar: pause = .milliseconds(100)
    case .lines: pause = .seconds(5)
    }
    let isDue = last.withLock { last in
      let now = ContinuousClock.now
      guard let before = last else {
        last = now
        if case .bar = style { return true }
        return false
      }
      guard now - before >= pause else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    let text = Console.oneLine(step)
    if case .bar = style { Console.draw(text) } else { Console.write(text) }
  }

  /// Takes the line away, so that other lines can be printed.
  func finish() {
    if case .bar = style { Console.draw("") }
  }
}
