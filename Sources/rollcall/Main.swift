import ArgumentParser
import CMalloc
import Foundation

/// The way in: parses, runs, and turns every end into one sentence and one exit code.
@main
enum Main {
  static func main() async {
    // A reader that goes away and a file-size limit are errors of a write, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A pool's answers fill large arrays, made and freed by several threads: each goes back to the system at once. Left
    // to itself the allocator keeps more and more of them in heaps of its own.
    rollcall_return_blocks(1 << 20)
    do {
      var command = try Rollcall.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(report(error))
    }
  }

  /// Prints what went wrong, or the help or version asked for, and says how the process ends.
  private static func report(_ error: any Error) -> Int32 {
    if let end = error as? EarlyEnd {
      if !end.message.isEmpty { Console.complain(end.message) }
      return end.code
    }
    let usage = Rollcall.exitCode(for: error)
    if usage == .success {
      print(Rollcall.fullMessage(for: error))
      return 0
    }
    if usage == .validationFailure {
      FileHandle.standardError.write(Data((Rollcall.fullMessage(for: error) + "\n").utf8))
    } else {
      Console.complain("\(error)")
    }
    return ExitStatus.badInput
  }
}

/// How `rollcall` ends.
enum ExitStatus {
  static let gateFailed: Int32 = 1
  static let badInput: Int32 = 2
  static let cellFailed: Int32 = 3
  static let insufficientEvidence: Int32 = 4
  static let interrupted: Int32 = 130
  static let terminated: Int32 = 143
}

/// An end with a code of its own.
struct EarlyEnd: Error {
  let code: Int32
  var message = ""
}
