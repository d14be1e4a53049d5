import Findings
import Foundation
import Study
import Testing

@Suite("The rubric of ratings")
struct RatingTests {
  private static let house = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Templates/Guidance")

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.house.appendingPathComponent(name), encoding: .utf8)
  }

  private func rubric(_ edit: (String) -> String = { $0 }) throws -> RatingRubric {
    try RatingRubric(try FactNode(Array(edit(try text("rating.yaml")).utf8), file: "rating.yaml"))
  }

  private func sharing(_ edit: (String) -> String = { $0 }) throws -> SharingRules {
    try SharingRules(try FactNode(Array(edit(try text("sharing.yaml")).utf8), file: "sharing.yaml"))
  }

  @Test(
    "gives what its examples say",
    arguments: [
      ("G3", "S4", "E2", Rating.critical), ("G3", "S4", "E1", .high), ("G2", "S2", "E4", .high),
      ("G4", "S3", "E1", .high), ("G4", "S1", "E4", .moderate), ("G0", "S2", "E4", .low), ("G1", "S3", "E1", .low),
      ("Inconclusive", "S4", "E4", .inconclusive),
    ])
  func examples(grade: String, sensitivity: String, exposure: String, rating: Rating) throws {
    let question = try RatingQuestion(["grade": grade, "sensitivity": sensitivity, "exposure": exposure])
    #expect(try rubric().answer(to: question).rating == rating)
  }

  @Test(
    "grades by lower ends, and finds nothing only by upper ends",
    arguments: [
      // 0.02 / 0.001 reaches G3 exactly; one less does not.
      ("0.001", "0.02,0.05", "0.5,0.6", LeakageGrade.g3), ("0.001", "0.0199,0.05", "0.5,0.6", .g2),
      ("0.01", "0.01,0.012", "0.75,0.9", .g3), ("0.001", "0.0005,0.005", "0.48,0.52", .g0),
      ("0.001", "0.0005,0.0051", "0.48,0.52", .inconclusive), ("0.001", "0.0005,0.005", "0.51,0.54", .inconclusive),
      ("0.01", "0.005,0.014", "0.49,0.53", .g0),
    ])
  func grades(fpr: String, found: String, auc: String, grade: LeakageGrade) throws {
    let question = try RatingQuestion(["fpr": fpr, "found": found, "auc": auc, "sensitivity": "S2"])
    let answer = try rubric().answer(to: question)
    #expect(answer.grade == grade && !answer.steps.isEmpty)
  }

  @Test("a documented prior moves the rating by one step, with the exposure's shift by no more")
  func priors() throws {
    func rating(_ more: [String: String]) throws -> Rating {
      let given = ["fpr": "0.001", "found": "0.006,0.01", "auc": "0.5,0.6", "sensitivity": "S2"]
      return try rubric().answer(to: try RatingQuestion(given.merging(more) { $1 })).rating
    }
    // G2 on S2 is moderate.
    #expect(try rating([:]) == .moderate)
    #expect(try rating(["prior": "0.7,0.9"]) == .high)
    #expect(try rating(["prior": "0.7,0.9", "exposure": "E4"]) == .high)
    #expect(try rating(["prior": "0.001,0.01"]) == .moderate)
    #expect(try rating(["prior": "0.001,0.01", "reviewed": "true"]) == .low)
  }

  @Test("what cannot be asked is refused with what to give")
  func refused() {
    for (texts, says) in [
      (["sensitivity": "S4"], "--grade"), (["grade": "G5", "sensitivity": "S4"], "one of G0"),
      (["grade": "G1"], "--sensitivity"), (["fpr": "0", "found": "0,1", "auc": "0,1", "sensitivity": "S1"], "above 0"),
      (["grade": "G1", "sensitivity": "S1", "found": "2,1"], "in order"),
      (["grade": "G1", "sensitivity": "S1", "level": "L1", "exposure": "E1"], "same thing"),
    ] {
      let error = #expect(throws: RatingQuestionError.self) { try RatingQuestion(texts) }
      #expect(error?.description.contains(says) == true)
    }
  }

  @Test("a rubric with a gap is refused with its line")
  func gaps() throws {
    for (from, to, says) in [
      ("- {id: G3, title: strong, ratio: 20,", "- {id: G3, title: strong, ratio: 200,", "easier to reach"),
      ("  G0: {S1: Minimal,", "  G0: {", "has no 'S1'"), ("levels: [L5]", "levels: []", "L5"),
      ("confidence: convention", "", "confidence"), ("at-least: Moderate", "at-leest: Moderate", "at-leest"),
      ("S1: Low, S2: High, S3: High, S4: Critical", "S1: Low, S2: High, S3: High, S4: Dire", "Dire"),
    ] {
      let error = #expect(throws: ManifestError.self) {
        try rubric { $0.replacing(from, with: to, maxReplacements: 1) }
      }
      #expect(error?.description.contains(says) == true, "\(error?.description ?? from)")
    }
    let error = #expect(throws: ManifestError.self) { try sharing { $0.replacing("[loss, score]", with: "[loss, x]") } }
    #expect(error?.message.contains("'x' is not among") == true)
  }
}
