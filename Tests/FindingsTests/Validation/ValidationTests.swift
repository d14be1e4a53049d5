import Foundation
import Testing

/// The short form: some forty studies a setting, with room of four standard errors.
///
/// It finds a wrong variance, not a slight one.
///
/// The long form runs where ROLLCALL_VALIDATION holds the number of studies, as `make validate` sets it, keeps to the
/// bands and writes the table.
@Suite("Validation")
struct ValidationTests {
  private static let short = ProcessInfo.processInfo.environment["ROLLCALL_VALIDATION"] == nil

  private static var simulations: [Simulation] {
    let sizes = short ? [8] : [8, 16, 64]
    let pools = sizes.flatMap { models in
      let plain = [
        Simulation.Setting(text: "no leak, K = \(models), 200 subjects", models: models),
        .init(text: "leak, K = \(models), 200 subjects", models: models, own: 0, gap: 0.5, spread: 0.5),
      ]
      // Where there are many pairs, what pairs have of their own is known well.
      guard models < 64 else { return plain }
      return plain + [
        .init(
          text: "leak, K = \(models), 100 subjects of 3 records", models: models, subjects: 100, recordsPerSubject: 3,
          own: 0, gap: 0.5, spread: 0.5),
        .init(
          text: "leak that differs by pair, K = \(models), 200 subjects", models: models, own: 0.5, gap: 0.5,
          pairSpread: 0.1),
        .init(
          text: "leak that differs by pair as much as by target, K = \(models), 200 subjects", models: models, own: 0.5,
          gap: 0.5, pairSpread: 0.2),
        noneToAll(models: models),
      ]
    }
    let leaks = sizes.map {
      Simulation.Setting(text: "leak, K = \($0), 200 subjects", models: $0, own: 0.5, gap: 0.5, spread: 0.5)
    }
    let enough = short ? [] : [noneToAll(models: 32)]
    return (pools + enough).map(Simulation.headline) + sizes.map { Simulation.null(models: $0) }
      + leaks.map(Simulation.thresholds) + leaks.map(Simulation.differences)
      + sizes.map {
        Simulation.strongest(.init(text: "no leak, K = \($0), 120 subjects", models: $0, subjects: 120), attacks: 4)
      }
      + sizes.filter { $0 < 64 }.map {
        Simulation.strongest(
          .init(text: "leak, K = \($0), 120 subjects", models: $0, subjects: 120, gap: 0.7), attacks: 4)
      }
  }

  private static func noneToAll(models: Int) -> Simulation.Setting {
    .init(
      text: "leak that differs by pair from none to all, K = \(models), 200 subjects", models: models, own: 0.5,
      gap: 0.7,
      pairSpread: 1, isClaimed: models >= 32)
  }

  @Test("finds intervals and tests as right as they claim", .timeLimit(.minutes(60)))
  func bands() async throws {
    let runs = Int(ProcessInfo.processInfo.environment["ROLLCALL_VALIDATION"] ?? "") ?? 40
    var table = ValidationTable()
    for simulation in Self.simulations {
      let counts = await simulation.count(runs: runs)
      for (question, hits) in zip(simulation.questions, counts) {
        table.rows.append(.init(simulation, question, hits: hits, runs: runs))
      }
      if !Self.short { print("\(simulation.setting): \(counts)") }
    }
    for row in table.rows {
      #expect(!row.isInvalid(errors: Self.short ? 4 : 0), "\(row.setting), \(row.question.text): \(row.share)")
    }
    guard !Self.short else { return }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try table.markdown.write(
      to: root.appendingPathComponent("Benchmarks/Validation.md"), atomically: true, encoding: .utf8)
  }
}
