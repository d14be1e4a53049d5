@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Turns SIGINT and SIGTERM into an orderly end; a second one ends the process at once.
final class SignalWatch: Sendable {
  private let caught = Mutex<Int32?>(nil)
  private let sources: [any DispatchSourceSignal]

  /// - Parameter stop: Called once, at the first signal.
  init(_ stop: @escaping @Sendable () -> Void) {
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      sources.append(DispatchSource.makeSignalSource(signal: number, queue: .global()))
    }
    self.sources = sources
    for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
      source.setEventHandler { [weak self] in
        guard let self, !self.note(number) else {
          _exit(number == SIGINT ? ExitStatus.interrupted : ExitStatus.terminated)
        }
        Console.write("stopping: finishing what has begun; once more to stop at once")
        stop()
      }
      source.resume()
    }
  }

  /// The exit code that the first signal asks for, nil if there was none.
  var exitCode: Int32? {
    caught.withLock { $0 }.map { $0 == SIGINT ? ExitStatus.interrupted : ExitStatus.terminated }
  }

  /// Remembers the first signal; true if there was one before.
  private func note(_ number: Int32) -> Bool {
    caught.withLock { first in
      defer { first = first ?? number }
      return first != nil
    }
  }
}
