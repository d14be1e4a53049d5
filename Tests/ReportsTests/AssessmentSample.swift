import Findings
import Reports
import Study

extension Sample {
  /// A client who says what membership tells, and gives all probabilities away.
  static func rated(_ sensitivity: Sensitivity = .s3) -> Engagement {
    var engagement = engagement()
    engagement.sensitivity = [.init(dataset: nil, sensitivity: sensitivity)]
    engagement.release = .l4
    return engagement
  }

  static func document() -> DocumentControl {
    var document = DocumentControl()
    document.client = "Meranti Group"
    document.authors = ["A. Tan"]
    document.reviewers = ["B. Putri"]
    document.version = "1.0"
    return document
  }

  /// The sample's results with what they mean for a client.
  static func assessed(
    _ results: Results = results(), document: DocumentControl = document(), engagement: Engagement? = rated(),
    names: Names = names
  ) throws -> Findings {
    let guidance = try guidance()
    return Findings(
      results: results, curves: Curves(curves: []), names: names,
      assessment: guidance.assessment(of: results, document: document, engagement: engagement), guidance: guidance)
  }

  static func page(_ findings: Findings) throws -> String {
    try Report.html(findings: findings, figures: [], provenance: facts, templates: templates())
  }

  /// The sample with a change of one cell.
  static func results(changing place: Int, _ change: (inout CellResult) -> Void) -> Results {
    var results = results()
    change(&results.cells[place])
    return results
  }
}
