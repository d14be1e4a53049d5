public import Findings

/// `findings.csv`: one line a finding.
public enum FindingsCSV {
  private static let head = [
    "id", "kind", "rating", "confidence", "likelihood", "impact", "title", "seen", "targets", "share", "share_low",
    "share_high", "fpr", "groups", "actions", "references", "verification",
  ]

  /// - Throws: ``ReportError`` if a template is missing or broken.
  public static func text(_ findings: Findings, templates: TemplateFolder) throws(ReportError) -> String {
    let texts = try FindingText.all(findings, templates: templates)
    var lines = [head.joined(separator: ",")]
    for (finding, text) in zip(findings.plain.assessment.findings, texts) {
      let share = finding.evidence["share"]
      let fields = [
        finding.id, finding.kind.rawValue, finding.rating?.rawValue ?? "", finding.confidence?.rawValue ?? "",
        finding.likelihood.rawValue, finding.impact.rawValue, text.title, text.seen,
        finding.cells.joined(separator: "; "), CSVField.number(share?.value), CSVField.number(share?.low),
        CSVField.number(share?.high), CSVField.number(finding.point?.fprLimit), finding.groups.joined(separator: "; "),
        finding.actions.joined(separator: "; "), finding.references.joined(separator: "; "), finding.verification,
      ]
      lines.append(fields.map(CSVField.text).joined(separator: ","))
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }
}
