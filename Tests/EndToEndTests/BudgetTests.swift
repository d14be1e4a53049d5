import Foundation
import Testing

@Suite("rollcall budget")
struct BudgetTests {
  private func number(_ key: String, in output: String) throws -> Double {
    let object = try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    return try #require(object[key] as? Double)
  }

  private func opened(_ program: Program, epsilon: Double = 2) throws {
    let end = try program.run("budget", "open", "--ledger", "l.sqlite", "--epsilon", "\(epsilon)", "--delta", "1e-6")
    #expect(end.status == 0, "\(end.errors)")
  }

  private func spend(noise: Double, more: [String] = []) -> [String] {
    ["budget", "spend", "--ledger", "l.sqlite", "--stage", "counts", "--noise", "\(noise)", "--json"] + more
  }

  @Test("plans the example within its cap, as a table and as JSON")
  func plan() throws {
    let program = try Program()
    let file = Program.root.appendingPathComponent("Benchmarks/budget.yaml").path
    let end = try program.run("budget", "plan", file, "--json")
    #expect(end.status == 0, "\(end.errors)")
    let plan = try #require(JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [String: Any])
    let entries = try #require(plan["entries"] as? [[String: Any]])
    #expect(entries.count == 8)
    let last = try #require(entries.last?["cumulative"] as? Double)
    #expect(last <= 4 && last > 3.99)
    let table = try program.run("budget", "plan", file)
    #expect(table.status == 0 && table.output.contains("yearly retraining") && table.output.contains("The cap"))
  }

  @Test("spends, tells and refuses an overspend with exit 2")
  func ledger() throws {
    let program = try Program()
    try opened(program)
    #expect(try program.start(spend(noise: 4)).end().status == 0)
    let over = try program.start(spend(noise: 1)).end()
    #expect(over.status == 2 && over.output.isEmpty && over.errors.contains("nothing was spent"), "\(over.errors)")
    #expect(over.errors.split(separator: "\n").count == 1)
    let status = try program.run("budget", "status", "--ledger", "l.sqlite", "--json")
    #expect(try number("entries", in: status.output) == 1)
    let history = try program.run("budget", "history", "--ledger", "l.sqlite")
    #expect(history.status == 0 && history.output.contains("counts"))
  }

  @Test("cannot be overspent by two processes at once")
  func race() throws {
    // Each alone would leave room for itself; both together would not.
    for _ in 0..<5 {
      let program = try Program()
      try opened(program, epsilon: 2.5)
      let more = ["--sampling-rate", "0.05", "--steps", "300"]
      let running = try (0..<2).map { _ in try program.start(spend(noise: 2, more: more)) }
      let ends = try running.map { try $0.end() }
      #expect(ends.map(\.status).sorted() == [0, 2], "\(ends.map(\.errors))")
      let status = try program.run("budget", "status", "--ledger", "l.sqlite", "--json")
      #expect(try number("entries", in: status.output) == 1)
      #expect(try number("spent", in: status.output) <= 2.5)
    }
  }

  @Test("survives kill -9 at any moment: nothing that was told is lost, nothing half written is left")
  func killed() throws {
    let program = try Program()
    try opened(program, epsilon: 50)
    var told = 0
    var killed = 0
    for attempt in 0..<60 {
      let running = try program.start(spend(noise: 30))
      // From before the program has begun until after it has ended; each tenth is let go on.
      if attempt % 10 < 9 {
        usleep(UInt32(attempt * 1_000))
        kill(running.process.processIdentifier, SIGKILL)
      }
      let end = try running.end()
      if running.process.terminationReason == .uncaughtSignal { killed += 1 } else if end.status == 0 { told += 1 }
      let status = try program.run("budget", "status", "--ledger", "l.sqlite", "--json")
      #expect(status.status == 0, "\(status.errors)")
      let entries = try number("entries", in: status.output)
      #expect(entries >= Double(told) && entries <= Double(attempt + 1))
    }
    #expect(killed > 0 && told > 0)
    #expect(try program.start(spend(noise: 30)).end().status == 0)
  }

  static let faults: [(arguments: [String], says: String)] = [
    (["open", "--ledger", "l.sqlite", "--epsilon", "1", "--delta", "1e-6"], "already"),
    (["open", "--ledger", "x.sqlite", "--epsilon", "-1", "--delta", "1e-6"], "epsilon is -1"),
    (["open", "--ledger", "x.sqlite", "--epsilon", "1", "--delta", "1"], "delta is 1"),
    (["status", "--ledger", "none.sqlite"], "no ledger"), (["history", "--ledger", "notes.txt"], "no ledger"),
    (["spend", "--ledger", "l.sqlite", "--stage", "s", "--noise", "-1"], "noise is -1"),
    (["spend", "--ledger", "l.sqlite", "--stage", "s", "--noise", "1", "--sampling-rate", "2"], "sampling rate"),
    (["spend", "--ledger", "l.sqlite", "--stage", "s", "--noise", "1", "--steps", "0"], "steps is 0"),
    (["spend", "--ledger", "l.sqlite", "--stage", "", "--noise", "1"], "--stage"),
    (["plan", "none.yaml"], "no such file"), (["plan", "notes.txt"], "notes.txt"),
    (["plan", "dear.yaml"], "settled"),
  ]

  @Test("refuses bad input with one sentence and exit 2", arguments: faults)
  func refused(arguments: [String], says: String) throws {
    let program = try Program()
    try opened(program)
    try program.write("some notes\n", to: "notes.txt")
    try program.write(
      "epsilon: 1\ndelta: 1e-6\nstages: [{name: a, noise: 0.5}, {name: b}]\n", to: "dear.yaml")
    let end = try program.start(["budget"] + arguments).end()
    #expect(end.status == 2 && end.output.isEmpty && end.errors.contains(says), "\(end.output) \(end.errors)")
    #expect(!end.errors.contains("Fatal"))
  }
}
