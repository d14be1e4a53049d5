import Glibc

/// Times a piece of work several times over.
enum Stopwatch {
  static func time(_ work: String, runs: Int, _ body: () throws -> Void) rethrows -> Timing {
    var cpu = Double.infinity
    var wall = Double.infinity
    for _ in 0..<runs {
      let start = (cpu: now(CLOCK_PROCESS_CPUTIME_ID), wall: now(CLOCK_MONOTONIC))
      try body()
      cpu = min(cpu, now(CLOCK_PROCESS_CPUTIME_ID) - start.cpu)
      wall = min(wall, now(CLOCK_MONOTONIC) - start.wall)
    }
    return Timing(work: work, cpu: cpu, wall: wall, runs: runs)
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
