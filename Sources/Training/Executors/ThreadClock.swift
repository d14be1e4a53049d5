import Foundation

/// How long a thread has been at work.
public enum ThreadClock {
  /// Processor seconds of the calling thread so far; waiting is not counted.
  public static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
