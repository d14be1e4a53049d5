import Findings

/// The sentences of a finding without a page round them, from the same templates.
struct FindingText {
  let entry: FindingEntry
  /// What is claimed, and what was seen, as plain text.
  let title: String
  let seen: String

  /// - Throws: ``ReportError`` if a template is missing or broken.
  static func all(_ findings: Findings, templates: TemplateFolder) throws(ReportError) -> [FindingText] {
    let set = try TemplateSet(templates.spoken)
    let plain = findings.plain
    guard let page = FindingsPage(plain, labels: Labels(plain)) else { return [] }
    return page.entries.map { entry in
      FindingText(
        entry: entry, title: PlainSentence.text(set.render(entry, as: "finding-title")),
        seen: PlainSentence.text(set.render(entry, as: "finding-seen")))
    }
  }
}

/// A rendered sentence without its marks of a page.
enum PlainSentence {
  private static let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]

  static func text(_ markup: String) -> String {
    var result = ""
    var isTag = false
    for character in markup {
      switch character {
      case "<": isTag = true
      case ">" where isTag: isTag = false
      case _ where isTag: break
      case "\n": result.append(" ")
      default: result.append(character)
      }
    }
    for (entity, sign) in entities { result = result.replacing(entity, with: sign) }
    return result.split(separator: " ").joined(separator: " ")
  }
}
