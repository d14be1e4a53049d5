import Findings
import Foundation
import Reports
import Study
import Testing

@Suite("A report in another language")
struct LanguageTests {
  /// Every message of the catalogue between marks, commas in the place of points.
  private static func marked() throws -> Language {
    let catalogue = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Templates/Languages/messages.yaml")
    let text = try String(contentsOf: catalogue, encoding: .utf8)
    let lines = try text.split(separator: "\n").filter { $0.hasPrefix("  - english: ") }.flatMap { line in
      let english = line.dropFirst("  - english: ".count)
      let plain = try JSONDecoder().decode(String.self, from: Data(english.utf8))
      let core = plain.trimmingCharacters(in: .whitespaces)
      let said = plain.replacingOccurrences(of: core, with: "«\(core)»")
      return [
        "  - english: \(english)", "    said: \(String(decoding: try JSONEncoder().encode(said), as: UTF8.self))",
      ]
    }
    let yaml = "numbers: {decimal: \",\", thousands: \".\"}\nmessages:\n" + lines.joined(separator: "\n") + "\n"
    return try Language.read(Array(yaml.utf8), tag: "id", file: "id.yaml")
  }

  /// What stands outside all marks.
  private static func unmarked(_ text: String) -> String {
    var (depth, rest) = (0, "")
    for character in text {
      switch character {
      case "«": depth += 1
      case "»": depth -= 1
      default: if depth == 0 { rest.append(character) }
      }
    }
    return rest
  }

  @Test("says nothing in English but names, numbers and drawings", arguments: [false, true])
  func complete(onPaper: Bool) throws {
    let html = try Language.$spoken.withValue(Self.marked()) {
      try onPaper ? Sample.printPage() : Sample.html()
    }
    #expect(html.contains("<html lang=\"id\""))
    var text = html
    for block in ["style", "svg", "pre"] {
      text = text.replacingOccurrences(
        of: "<\(block)[ >][\\s\\S]*?</\(block)>", with: "", options: .regularExpression)
    }
    text = text.replacingOccurrences(of: "<[^>]*>", with: "\n", options: .regularExpression)
    let odd = Self.unmarked(text).split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.contains(/[A-Za-z]{2}/) && !$0.hasPrefix("Drawing ") }
    #expect(Set(odd).subtracting(Self.names).sorted() == [])
  }

  /// Data of the sample, which no language changes.
  private static let names: Set<String> = [
    ", Meranti Group", "A line from left to right.", "A model family.", "A way to leak less.",
    "Author et al. 2022, arXiv:2112.03570", "CC BY 4.0", "Customer churn", "German credit",
    "German credit /  / Private training (DP-SGD)", "Gradient norm",
    "Hofmann, H. (1994). Statlog. https://doi.org/10.24432/C5NC77", "Is the target surer than others?",
    "Made-up numbers.", "Neural network (MLP)", "Private training (DP-SGD)", "Readmission", "Reference share",
    "Rounded probabilities", "What it measures", "credit-study", "finance", "healthcare", "telecommunications",
  ]

  @Test("writes numbers with its own marks")
  func numbers() throws {
    let html = try Language.$spoken.withValue(Self.marked()) { try Sample.html() }
    let english = try Sample.page.get()
    #expect(html.contains(/\d,\d\u{A0}%/) && !html.contains(/\d\.\d\u{A0}%/))
    #expect(english.contains(/\d\.\d\u{A0}%/) && !english.contains(/\d,\d\u{A0}%/))
  }

  @Test("keeps a template as it is where no message has other words")
  func identity() throws {
    let templates = try Sample.templates()
    let other = try Language.read(
      Array("messages:\n  - {english: nobody says it, said: never}\n".utf8), tag: "en-GB", file: "x.yaml")
    let page = try Sample.page.get()
    #expect(try Language.$spoken.withValue(other) { try Sample.html() } == page)
    #expect(templates.messages.count > 400)
    #expect(templates.messages.contains("A model that an attacker trained on similar records to learn what is usual."))
  }

  @Test("may call a message what it likes, but a wording is escaped as templates are and never adds a tag")
  func labels() throws {
    let yaml = "messages:\n  - {english: \"Contents\", said: \"Daftar \\\"isi\\\"\"}\n"
    let language = try Language.read(Array(yaml.utf8), tag: "id", file: "id.yaml")
    let html = try Language.$spoken.withValue(language) { try Sample.html() }
    #expect(html.contains("Daftar") && !html.contains("\"Daftar \"isi\"\""))
  }
}
