import Glibc

/// Times a piece of work several times over.
enum Stopwatch {
  static func time(_ work: String, runs: Int, _ body: () throws -> Void) rethrows -> Timing {
    var least = Span(cpu: .infinity, wall: .infinity)
    for _ in 0..<runs {
      let start = Span.now
      try body()
      least.lower(to: start.passed)
    }
    return Timing(work: work, cpu: least.cpu, wall: least.wall, runs: runs)
  }

  /// The same of work that waits for others.
  static func time(_ work: String, runs: Int, _ body: () async throws -> Void) async rethrows -> Timing {
    var least = Span(cpu: .infinity, wall: .infinity)
    for _ in 0..<runs {
      let start = Span.now
      try await body()
      least.lower(to: start.passed)
    }
    return Timing(work: work, cpu: least.cpu, wall: least.wall, runs: runs)
  }
}

/// Seconds of the processor and of the clock.
private struct Span {
  var cpu: Double
  var wall: Double

  static var now: Span { Span(cpu: read(CLOCK_PROCESS_CPUTIME_ID), wall: read(CLOCK_MONOTONIC)) }

  var passed: Span {
    let now = Span.now
    return Span(cpu: now.cpu - cpu, wall: now.wall - wall)
  }

  mutating func lower(to other: Span) { (cpu, wall) = (min(cpu, other.cpu), min(wall, other.wall)) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
