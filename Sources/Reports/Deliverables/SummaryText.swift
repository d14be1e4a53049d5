public import Findings
import Study

/// `summary.md`: what a chat or a ticket needs.
public enum SummaryText {
  private static let most = 5

  /// - Throws: ``ReportError`` if a template is missing or broken.
  public static func text(_ findings: Findings, templates: TemplateFolder) throws(ReportError) -> String {
    let plain = findings.plain
    let texts = try FindingText.all(findings, templates: templates)
    let assessment = plain.assessment
    let name = assessment.document.title ?? plain.results.report.title ?? plain.results.name
    var lines = ["# \(escaped(name))", ""]
    if let client = assessment.document.client { lines += [say("For \(escaped(client))."), ""] }
    if let rating = assessment.rating { lines += [say("**Rating: \(rating.said)**"), ""] }
    for (finding, text) in zip(assessment.findings, texts).prefix(most) {
      let rating = finding.rating?.said ?? say("not rated")
      lines.append("- **\(finding.id), \(rating).** \(escaped(text.title)). \(escaped(text.seen))")
    }
    if texts.count > most {
      let more = texts.count - most
      lines.append(say("- \(more) more \(more == 1 ? say("finding") : say("findings")): see the report."))
    }
    if let plan = PlanPage(plain, labels: Labels(plain)) {
      lines += ["", say("What to do first:"), ""]
      for (index, step) in plan.first.enumerated() {
        lines.append("\(index + 1). \(escaped(step.action)) (\(escaped(step.owner)), \(step.days))")
      }
    }
    lines += ["", say("The results hold for the tested attacks on the tested records. Not legal advice."), ""]
    return lines.joined(separator: "\n")
  }

  /// No markup, mention or address comes of a text; what is no danger stays readable.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "&#64;"
      default: result += "\\`*_{}[]#|!~".contains(character) ? "\\\(character)" : String(character)
      }
    }
    return result.replacing("://", with: "&#58;//").replacing("www.", with: "www&#46;")
  }
}
