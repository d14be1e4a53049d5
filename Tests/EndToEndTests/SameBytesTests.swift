import Findings
import Foundation
import Testing

@Suite("The same manifest gives the same bytes")
struct SameBytesTests {
  static let manifest = study(
    models: "[logistic-regression, {name: random-forest, trees: 20}]", defences: "[none, weight-decay, rounding]")

  @Test("with one worker or two, from a full store or an empty one, and rendered again")
  func workers() throws {
    let program = try Program()
    let manifest = try program.write(Self.manifest, to: "study.yaml")
    #expect(try program.run("run", manifest, "--output", "one", "--store", "s1", "--workers", "1").status == 0)
    #expect(try program.run("run", manifest, "--output", "two", "--store", "s2", "--workers", "2").status == 0)
    let first = try program.snapshot("one")
    #expect(first.count > 15)
    #expect(try program.snapshot("two") == first)
    #expect(try program.run("run", manifest, "--output", "again", "--store", "s1").status == 0)
    #expect(try program.snapshot("again") == first)
    #expect(try program.run("report", "again").status == 0)
    #expect(try program.snapshot("again") == first)
  }

  @Test("after twenty kills at random moments")
  func kills() throws {
    let program = try Program()
    let manifest = try program.write(Self.manifest, to: "study.yaml")
    let whole = Date()
    #expect(try program.run("run", manifest, "--output", "whole", "--store", "s1").status == 0)
    let seconds = Date().timeIntervalSince(whole)
    for kill in 0..<20 {
      // Spread over the whole run, start-up and writing of the report among them.
      let running = try program.start(["run", manifest, "--output", "killed", "--store", "s2", "--fresh"])
      usleep(UInt32(seconds * 1e6 * (Double(kill) + Double.random(in: 0..<1)) / 20))
      Foundation.kill(running.process.processIdentifier, SIGKILL)
      _ = try running.end()
    }
    let end = try program.run("run", manifest, "--output", "killed", "--store", "s2")
    #expect(end.status == 0, "\(end.errors)")
    #expect(try program.snapshot("killed") == program.snapshot("whole"))
    for folder in ["killed", "s2"] {
      let left = try FileManager.default.subpathsOfDirectory(atPath: program.path(folder)).filter {
        $0.contains(".tmp")
      }
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test("when a pool grows from K to 2K, training only what is missing")
  func growth() throws {
    let program = try Program()
    let small = try program.write(study(defences: "[none]", pool: 8), to: "small.yaml")
    let large = try program.write(study(defences: "[none]", pool: 16), to: "large.yaml")
    #expect(try program.run("run", small, "--output", "a", "--store", "store").status == 0)
    #expect(try program.units() == 8)
    let plan = try program.run("plan", large, "--store", "store")
    #expect(plan.output.contains(" 8       8"), "\(plan.output)")
    #expect(try program.run("run", large, "--output", "grown", "--store", "store").status == 0)
    #expect(try program.units() == 16)
    #expect(try program.run("run", large, "--output", "new", "--store", "other").status == 0)
    #expect(try program.snapshot("grown") == program.snapshot("new"))
  }

  @Test("with a damaged unit trained again and a warning")
  func damage() throws {
    let program = try Program()
    let manifest = try program.write(study(), to: "study.yaml")
    #expect(try program.run("run", manifest, "--output", "out", "--store", "store").status == 0)
    let before = try program.snapshot("out")
    let store = program.folder.appendingPathComponent("store/units")
    let signals = try FileManager.default.subpathsOfDirectory(atPath: store.path).filter { $0.hasSuffix("signal.npy") }
    let victim = store.appendingPathComponent(try #require(signals.sorted().first))
    var bytes = try Data(contentsOf: victim)
    bytes[bytes.count - 3] ^= 0x40
    try bytes.write(to: victim)
    let end = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(end.status == 0 && end.errors.contains("trained again") && end.errors.contains("checksum"), "\(end.errors)")
    #expect(try program.snapshot("out") == before)
    let healed = try program.run("run", manifest, "--output", "out", "--store", "store")
    #expect(!healed.errors.contains("warning"))
  }

  @Test("are foretold in time, disk and memory, from trainings that are timed once")
  func estimate() throws {
    let program = try Program()
    let manifest = try program.write(study(models: "[random-forest]"), to: "study.yaml")
    let first = try program.run("plan", manifest, "--store", "store", "--workers", "2")
    let told =
      /about .+ of one core \(training .+, attacks .+, data and report .+\), .+ with 2 workers; \d+ MB of disk, \d+ MB of memory\n$/
    #expect(first.status == 0 && first.output.contains(told), "\(first.output)")
    let probes = try program.read("store/probes.json")
    #expect(try program.run("plan", manifest, "--store", "store").status == 0)
    #expect(try program.read("store/probes.json") == probes)
    #expect(try program.run("run", manifest, "--output", "out", "--store", "store").status == 0)
    let after = try program.run("plan", manifest, "--store", "store")
    #expect(after.output.contains("(training 0 s,"), "\(after.output)")
  }
}
