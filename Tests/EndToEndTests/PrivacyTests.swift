import Findings
import Foundation
import Study
import Testing

@Suite("rollcall dp")
struct PrivacyCommandTests {
  private func json(_ arguments: [String]) throws -> [String: Double] {
    let program = try Program()
    let end = try program.start(["dp"] + arguments + ["--json"]).end()
    #expect(end.status == 0, "\(end.errors)")
    return try JSONSerialization.jsonObject(with: Data(end.output.utf8)) as? [String: Double] ?? [:]
  }

  @Test("accounts for training and finds the noise for an epsilon")
  func accounts() throws {
    let training = ["--sampling-rate", "0.01", "--steps", "1000", "--delta", "1e-5"]
    let sigma = try #require(try json(["noise", "--epsilon", "1"] + training)["sigma"])
    // dp-accounting finds 1.4159 by the same accountant.
    #expect(abs(sigma / 1.415861543107389 - 1) < 2e-3)
    let account = try json(["epsilon", "--noise", "\(sigma)"] + training)
    let (epsilon, optimistic) = (try #require(account["epsilon"]), try #require(account["optimistic"]))
    #expect(epsilon <= 1 && epsilon > 0.998 && optimistic <= epsilon)
    let loose = try json(["epsilon", "--noise", "\(sigma)", "--accountant", "rdp"] + training)
    #expect(try #require(loose["epsilon"]) > epsilon)
  }

  @Test("bounds epsilon by one training with many canaries, or by many trainings with or without one")
  func audits() throws {
    let once = try json(["audit", "--canaries", "1000", "--guesses", "200", "--correct", "160", "--delta", "1e-5"])
    #expect((0.8...1.4).contains(try #require(once["epsilonLowerBound"])))
    let often = ["--present", "500", "--found", "400", "--absent", "500", "--falsely-found", "50", "--delta", "0"]
    // Clopper and Pearson: at most 13 % falsely found and 23.8 % missed, so ln(0.762 / 0.13).
    #expect(abs(try #require(try json(["audit"] + often)["epsilonLowerBound"]) - 1.77) < 0.02)
    let program = try Program()
    let mixed = try program.run("dp", "audit", "--canaries", "10", "--present", "4", "--delta", "0")
    #expect(mixed.status == 2 && mixed.errors.contains("--falsely-found"))
  }

  @Test("warns in plan, run and report of a delta above one over the records of a model")
  func looseDelta() throws {
    let program = try Program()
    func manifest(_ delta: String) throws -> String {
      try program.write(
        study(
          models: "[{name: mlp, hidden: [4]}]", defences: "[none, {name: dp-sgd, delta: \(delta), epochs: 2}]",
          attacks: "[loss]", pool: 2), to: "study.yaml")
    }
    // 303 records, 100 of them aside: a model trains on 101.
    for (delta, warns) in [("1e-3", false), ("0.02", true)] {
      let manifest = try manifest(delta)
      let plan = try program.run("plan", manifest)
      let run = try program.run("run", manifest, "--output", "out", "--store", "store")
      #expect(plan.status == 0 && run.status == 0, "\(plan.errors)\(run.errors)")
      let page = String(decoding: try program.read("out/report.html"), as: UTF8.self)
      #expect(plan.output.contains("delta 0.02 is above 1/101, one over the records") == warns)
      #expect(run.errors.contains("delta 0.02 is above 1/101, one over the records") == warns, "\(run.errors)")
      #expect(page.contains("Its delta is above one in the 101 records") == warns)
    }
  }

  @Test("tells what synthetic records promise, whatever is done with them afterwards")
  func synthetic() throws {
    let program = try Program()
    let manifest = try program.write(
      study(
        models: "[{name: mlp, hidden: [4], epochs: 3}]",
        defences: "[none, {name: dp-synthetic, epsilon: 2}, [dp-synthetic, dp-sgd]]", attacks: "[loss]", pool: 2),
      to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    let cells = try ResultsFile.results(program.read("out/results.json"), path: "r").cells
    let promises = cells.map(\.privacy)
    #expect(promises[0] == nil && promises[1]?.epsilon == 2 && promises[1]?.samplingRate == 1)
    // 13 columns, and the labels.
    #expect(promises[1]?.steps == 14 && promises[1]?.secureNoise == false)
    #expect(promises[2]?.epsilon == 1 && promises[2]?.steps == 14, "what trains on them sees nothing else")
  }

  @Test("audits each cell with canaries, beside what is promised; the same again from the store")
  func canaries() throws {
    let program = try Program()
    let manifest = try program.write(
      study(
        models: "[{name: random-forest, trees: 20}, {name: mlp, hidden: [8]}]",
        defences: "[none, {name: dp-sgd, epsilon: 1, epochs: 5}]", attacks: "[loss]", pool: 2,
        more: "audit: {canaries: 200, kinds: [mislabelled]}"), to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    let cells = try ResultsFile.results(program.read("out/results.json"), path: "r").cells
    // 203 persons under test: a quarter of them.
    for cell in cells where cell.status == .done {
      #expect(cell.audits.map(\.kind) == [.mislabelled] && cell.audits[0].canaries == 50, "\(cell.id)")
    }
    let forest = try #require(cells.first { $0.model == "random-forest" && $0.isUndefended }?.audits.first)
    let dp = try #require(cells.first { $0.privacy != nil })
    #expect(forest.epsilon > 1 && dp.audits[0].epsilon <= 1 && dp.audits[0].delta == dp.privacy?.delta)
    let page = String(decoding: try program.read("out/report.html"), as: UTF8.self)
    #expect(page.contains("What canaries show of epsilon") && !page.contains("A promise is broken"))
    let before = try program.snapshot("out")
    #expect(try program.run("run", manifest, "--output", "out", "--store", "store", "--workers", "1").status == 0)
    #expect(try program.snapshot("out") == before)
  }

  @Test(
    "refuses in one sentence with exit 2",
    arguments: [
      ["epsilon", "--sampling-rate", "0.1", "--noise", "-1", "--steps", "10", "--delta", "1e-5"],
      ["epsilon", "--sampling-rate", "1.5", "--noise", "1", "--steps", "10", "--delta", "1e-5"],
      ["epsilon", "--sampling-rate", "0.1", "--noise", "1", "--steps", "0", "--delta", "1e-5"],
      ["epsilon", "--sampling-rate", "0.1", "--noise", "1", "--steps", "10", "--delta", "0"],
      ["noise", "--epsilon", "-1", "--delta", "1e-5", "--sampling-rate", "0.1", "--steps", "10"],
    ])
  func refused(arguments: [String]) throws {
    let program = try Program()
    let end = try program.start(["dp"] + arguments).end()
    #expect(end.status == 2 && end.output.isEmpty && end.errors.contains("must be"), "\(end.errors)")
  }

  @Test("bounds epsilon by one record that half of the pool trained on, without another training")
  func repeated() throws {
    let program = try Program()
    let manifest = try program.write(
      study(
        models: "[{name: random-forest, trees: 20}]", defences: "[none]", attacks: "[loss]", pool: 32,
        more: "audit: {kinds: repeated}"), to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    let audit = try #require(try ResultsFile.results(program.read("out/results.json"), path: "r").cells[0].audits.first)
    // Eight models with the record and eight without: at best ln(0.631 / 0.369).
    #expect(audit.kind == .repeated && audit.canaries == 1 && audit.guesses == 16)
    #expect(audit.epsilon >= 0 && audit.epsilon < 0.54 && audit.correct >= 12)
    #expect(try program.units() == 32)
    let page = String(decoding: try program.read("out/report.html"), as: UTF8.self)
    #expect(page.contains("one record, in half of 16 models of the pool"))
  }

  @Test("walks along the boundary by labels alone, which masking does not change; the same again from the store")
  func boundary() throws {
    let program = try Program()
    let manifest = try program.write(
      study(
        models: "[{name: mlp, hidden: [8], epochs: 20}, {name: random-forest, trees: 20}]",
        defences: "[none, labels-only, hamp]", attacks: "[loss, correctness]", pool: 2,
        more: "boundary: {records: 60, queries: 200}"), to: "study.yaml")
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    let cells = try ResultsFile.results(program.read("out/results.json"), path: "r").cells
    #expect(cells.count == 6)
    for cell in cells where cell.status == .done {
      let found = try #require(cell.boundary)
      #expect(found.records == 60 && found.targets == 2 && found.mostQueries <= 200 && found.queries > 20, "\(cell.id)")
      #expect(found.others.map(\.attack).contains("correctness") && found.others.map(\.attack).contains("loss"))
    }
    for model in ["mlp", "random-forest"] {
      let own = cells.filter { $0.model == model }
      let (plain, masked) = (own.first { $0.isUndefended }, own.first { $0.defence == "labels-only" })
      #expect(plain?.boundary?.headline == masked?.boundary?.headline && plain?.boundary != nil)
    }
    let page = String(decoding: try program.read("out/report.html"), as: UTF8.self)
    #expect(page.contains("What labels alone give away if one may ask often"))
    let before = try program.snapshot("out")
    let again = try program.run("run", manifest, "--output", "out", "--store", "store", "--workers", "1")
    let after = try program.snapshot("out")
    #expect(again.status == 0 && after == before)
  }

  @Test("tells a client's budget and ledger, and what the private settings together would spend")
  func budget() throws {
    let program = try Program()
    try program.write(
      "epsilon: 2\ndelta: 1e-6\nstages: [{name: training, sampling-rate: 0.01, steps: 100}]", to: "plan.yaml")
    let ledger = program.folder.appending(path: "ledger.sqlite").path
    #expect(try program.run("budget", "open", "--ledger", ledger, "--epsilon", "1", "--delta", "1e-6").status == 0)
    func manifest(_ plan: String) throws -> String {
      try program.write(
        study(
          models: "[{name: mlp, hidden: [4]}]", defences: "[none, {name: dp-sgd, epsilon: [1, 2], epochs: 2}]",
          attacks: "[loss]", pool: 2, more: "engagement: {budget: \(plan), ledger: ledger.sqlite}"), to: "study.yaml")
    }
    let end = try program.run("run", try manifest("plan.yaml"), "--output", "out", "--store", "store")
    #expect(end.status == 0, "\(end.errors)")
    let sweep = try #require(try ResultsFile.results(program.read("out/results.json"), path: "r").sweeps.first)
    #expect(sweep.settings == 2 && sweep.largest == 2 && sweep.epsilon > 2 && sweep.epsilon < 3)
    let page = String(decoding: try program.read("out/report.html"), as: UTF8.self)
    #expect(page.contains("The ledger is empty") && page.contains("The plan gives epsilon 2.00"))
    #expect(page.contains("What choosing among private settings costs"))
    let before = try program.snapshot("out")
    #expect(try program.run("report", "out", "--format", "html").status == 0)
    #expect(try program.snapshot("out") == before, "made again without the files that the manifest names")
    let missing = try program.run("run", try manifest("absent.yaml"), "--output", "out", "--store", "store")
    #expect(missing.status == 2 && missing.errors.contains("absent.yaml"))
  }

  @Test("keeps networks where asked, trains again what was stored without them, and asks what is kept")
  func keep() throws {
    let program = try Program()
    func manifest(_ more: String) throws -> String {
      try program.write(
        study(
          models: "[{name: mlp, hidden: [4], epochs: 3}, {name: random-forest, trees: 5}]", defences: "[none]",
          attacks: "[loss]", pool: 2, more: more), to: "study.yaml")
    }
    func run(_ more: String, _ output: String, store: String = "store") throws -> [String: Data] {
      let end = try program.run("run", try manifest(more), "--output", output, "--store", store)
      #expect(end.status == 0, "\(end.errors)")
      return try program.snapshot(output)
    }
    let plain = try run("", "plain")
    let plan = try program.run("plan", try manifest("keep: models"), "--store", "store")
    #expect(
      plan.output.contains("in all")
        && plan.output.split(separator: "\n").contains { $0.hasPrefix("in all") && $0.contains("4") })
    #expect(try run("keep: models", "kept")["results.json"] == plain["results.json"])
    let files = try FileManager.default.subpathsOfDirectory(atPath: program.folder.appending(path: "store/models").path)
    #expect(files.count { $0.hasSuffix("/model.safetensors") } == 2 && files.count { $0.hasSuffix("/none.txt") } == 2)
    let asked = try run("keep: models\nboundary: {records: 40, queries: 100}", "asked")
    let trained = try run("boundary: {records: 40, queries: 100}", "trained", store: "other")
    #expect(asked["results.json"] == trained["results.json"])
  }
}
