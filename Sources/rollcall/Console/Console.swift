import Foundation
import Logging

/// Standard error as the command uses it: one line a message, no colour where none is wanted.
enum Console {
  /// Prints `error: message` on one line.
  static func complain(_ message: String) {
    write("error: \(oneLine(message))")
  }

  static func write(_ line: String) {
    // Not FileHandle.write, which traps when standard error is closed.
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Puts a text in the place of the terminal's current line.
  static func draw(_ text: String) {
    let bytes = Array("\r\u{1B}[K\(text)".utf8)
    _ = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Control characters, which a terminal would obey, become spaces.
  static func oneLine(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? " " : Character($0) })
  }

  /// A logger that writes to standard error.
  static func logger(level: Logger.Level) -> Logger {
    var logger = Logger(label: "rollcall") { _ in StderrLog() }
    logger.logLevel = level
    return logger
  }
}

/// swift-log's handler for a terminal: the level and the message.
struct StderrLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .notice

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let prefix = event.level >= .warning ? "\(event.level): " : ""
    Console.write(prefix + Console.oneLine(event.message.description))
  }
}
