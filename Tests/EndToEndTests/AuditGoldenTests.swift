import Files
import Foundation
import Testing

@Suite("An audit gives the scores of other programs")
struct AuditGoldenTests {
  static let close: [String: String] = [
    "loss": "loss", "confidence": "confidence", "max-confidence": "max_confidence", "entropy": "entropy",
    "modified-entropy": "modified_entropy", "logit-margin": "logit", "calibrated-loss": "calibrated_loss",
    "calibrated-confidence": "calibrated_confidence", "base-online": "base_online", "base-offline": "base_offline",
    "lira-online": "lira_online_residual", "lira-online-record": "lira_online_mean",
    "lira-online-median": "lira_online_median", "lira-online-published": "lira_online_published",
    "lira-offline-record": "lira_offline_mean", "lira-offline-median": "lira_offline_median",
  ]
  static let exact: [String: String] = [
    "attack-p": "attack_p", "attack-p-class": "attack_p_class", "attack-r": "attack_r",
    "rmia-online": "rmia_online_gamma1", "rmia-offline:a=0.3": "rmia_offline_a0.3_gamma1",
  ]

  @Test("for a set of models")
  func signals() throws {
    let program = try Program()
    let file = try program.write(try AuditFiles.signals(), to: "signals.npz")
    let names = (Array(Self.close.keys) + Array(Self.exact.keys)).sorted()
    let end = try program.run(
      "audit", file, "--attacks", names.joined(separator: ","), "--targets", "0,7,33", "--scores", "--output", "out")
    #expect(end.status == 0, "\(end.errors)")
    let scores = try program.scores()
    for (name, row) in Self.close.merging(Self.exact, uniquingKeysWith: { one, _ in one }) {
      guard case .float64(let expected) = try AuditFiles.array(row).elements else { continue }
      for (place, target) in [0, 7, 33].enumerated() {
        guard case .float64(let values) = try scores.array(named: "t\(target)__\(name)").elements else { continue }
        let wanted = expected[place * 480..<(place + 1) * 480]
        let worst = zip(values, wanted).map { abs($0 - $1) / max(abs($1), 1e-300) }.max() ?? .infinity
        #expect(values.count == 480 && worst <= (Self.exact[name] == nil ? 1e-9 : 0), "\(name) \(target): \(worst)")
      }
    }
    let place = program.path("out/restricted/scores.npz")
    let mode = try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    for name in ["report.html", "results.json", "provenance.json"] {
      #expect(!String(decoding: try program.read("out/\(name)"), as: UTF8.self).contains("restricted"))
    }
  }

  @Test("for texts")
  func tokens() throws {
    let program = try Program()
    let end = try program.run(
      "audit", AuditFiles.golden.appendingPathComponent("tokens.jsonl").path, "--scores", "--output", "out")
    #expect(end.status == 0 && end.errors.contains("1 record without tokens"), "\(end.errors)")
    let expected = try #require(
      try JSONSerialization.jsonObject(
        with: try Data(contentsOf: AuditFiles.golden.appendingPathComponent("expected_tokens.json"))) as? [String: Any])
    let rows = try #require(expected["scores"] as? [String: [String: Any]])
    let names = [
      "tokens-loss": "loss", "tokens-zlib": "zlib", "tokens-min-k": "min_k_0.2_atleast1",
      "tokens-min-k:k=0.1": "min_k_0.1_atleast1", "tokens-min-k-pp": "min_k_pp_0.2_atleast1",
      "tokens-min-k-pp:k=0.1": "min_k_pp_0.1_atleast1",
    ]
    let lines = try String(contentsOf: AuditFiles.golden.appendingPathComponent("tokens.jsonl"), encoding: .utf8)
    let ids = try lines.split(separator: "\n").compactMap { line -> String? in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object?["logprobs"] as? [Any])?.isEmpty == true ? nil : object?["id"] as? String
    }
    for (name, row) in names {
      guard case .float64(let values) = try program.scores().array(named: "t0__\(name)").elements else { continue }
      #expect(values.count == ids.count)
      for (id, value) in zip(ids, values) {
        let wanted = try #require(rows[id]?[row] as? Double)
        #expect(abs(value - wanted) <= 1e-9 * abs(wanted), "\(name) \(id): \(value) for \(wanted)")
      }
    }
  }
}
