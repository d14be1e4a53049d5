import Findings
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Reports
import Study
import Testing

/// One change of what is stated or measured, and what the report then says.
struct AssessmentEdit: Sendable, CustomTestStringConvertible {
  let name: String
  /// Texts after the edit; each must be new.
  let appears: [String]
  /// Texts before it that must be gone.
  let goes: [String]
  let apply: @Sendable (inout Results, inout DocumentControl, inout Engagement) -> Void
  var testDescription: String { name }

  static let all = [
    AssessmentEdit(
      name: "sensitivity", appears: ["G4 and S1: Moderate."], goes: ["G4 and S3: Critical."]
    ) { _, _, engagement in engagement.sensitivity = [.init(dataset: nil, sensitivity: .s1)] },
    AssessmentEdit(name: "release", appears: ["Exposure E4: one step up"], goes: []) { _, _, engagement in
      engagement.release = .l8
    },
    AssessmentEdit(name: "turnover", appears: ["SGD\u{A0}9,000,000"], goes: ["SGD\u{A0}5,000,000"]) {
      _, _, engagement in
      engagement.jurisdictions[0].turnover = 90_000_000
    },
    AssessmentEdit(name: "date", appears: ["1 March 2029", "check again"], goes: ["24 November 2026"]) {
      results, _, _ in
      results.date = "2029-03-01"
    },
    AssessmentEdit(
      name: "prior", appears: ["if 20\u{A0}% of those asked about are members"], goes: ["no prior is stated"]
    ) { _, _, engagement in engagement.prior = .init(share: Spread(0.2), because: "a list of customers") },
    AssessmentEdit(name: "author", appears: ["C. Lim"], goes: ["A. Tan"]) { _, document, _ in
      document.authors = ["C. Lim"]
    },
    AssessmentEdit(name: "version and status", appears: ["2.3, final"], goes: ["1.0, draft"]) { _, document, _ in
      document.version = "2.3"
      document.status = .final
    },
    AssessmentEdit(
      name: "share found",
      appears: ["An outsider can pick out 41\u{A0}% of members while wrongly accusing 1 in 100"],
      goes: ["An outsider can pick out 44\u{A0}% of members while wrongly accusing 1 in 100"]
    ) { results, _, _ in Edit.headline(&results) { $0.tpr[0].value = 0.41 } },
    AssessmentEdit(
      name: "upper end", appears: ["more than 66.0\u{A0}% of members found at 1 in 100 wrongly accused"],
      goes: ["more than 60.0\u{A0}% of members found at 1 in 100 wrongly accused"]
    ) { results, _, _ in Edit.headline(&results) { $0.tpr[0].high = 0.66 } },
    AssessmentEdit(
      name: "accuracy", appears: ["an accuracy below 71.5\u{A0}%"], goes: ["an accuracy below 74.0\u{A0}%"]
    ) { results, _, _ in results.cells[0].utility?.accuracy.low = 0.715 },
    AssessmentEdit(
      name: "duplicates", appears: ["407 exact duplicates removed"], goes: ["9 exact duplicates removed"]
    ) { results, _, _ in results.datasets[0].duplicatesRemoved = 401 },
    AssessmentEdit(
      name: "redrawn memberships", appears: ["an area above 0.533"], goes: ["an area above 0.514"]
    ) { results, _, _ in results.cells[0].attacks[0].null?.auc.high = 0.533 },
  ]
}

@Suite("Sentences of the assessment follow what is stated and measured")
struct AssessmentEditTests {
  static let before = Result { PageText(try Sample.page(Sample.assessed())) }

  @Test("one by one", arguments: AssessmentEdit.all)
  func edits(edit: AssessmentEdit) throws {
    var (results, document, engagement) = (Sample.results(), Sample.document(), Sample.rated())
    edit.apply(&results, &document, &engagement)
    let after = PageText(try Sample.page(Sample.assessed(results, document: document, engagement: engagement)))
    let (here, there) = after.differences(from: try Self.before.get())
    for text in edit.appears {
      #expect(here.contains { $0.contains(text) }, "'\(text)' did not appear: \(here.prefix(8))")
    }
    for text in edit.goes {
      #expect(there.contains { $0.contains(text) }, "'\(text)' was not there")
      #expect(!after.contains(text), "'\(text)' is still there")
    }
  }

  @Test("and a paragraph that never changes is marked as background")
  func background() throws {
    let one = try Paragraphs(Sample.page(Sample.assessed()))
    let other = try Paragraphs(Sample.page(Self.stranger()))
    let same = Set(one.plain).intersection(other.plain).filter { text in
      !Self.alike.contains { text.contains($0) }
    }
    #expect(same.isEmpty, "not background: mark with class=\"background\": \(same.sorted())")
    #expect(one.background.count > 40)
  }

  /// Generated from what both reports share: the facts, the questions that results answer, a step of both plans.
  private static let alike = [
    "facts with an origin of their own", "Of the questions a buyer", "Smaller model or fewer",
  ]

  /// Another study of other models and data for another client under another law.
  private static func stranger() throws -> Findings {
    var results = Sample.results()
    results.name = "another"
    results.date = "2031-02-03"
    results.seed = 9
    results.pool = Results.PoolFacts(models: 64, independent: 2, replicates: 900)
    results.datasets.removeLast()
    results.cells.removeAll { $0.dataset == "churn" }
    for index in results.datasets.indices { results.datasets[index].title += " II" }
    for index in results.cells.indices {
      let defended = results.cells[index].defence != "none"
      results.cells[index].verdict = defended ? .leak : results.cells[index].verdict
      results.cells[index].records = 777
      results.cells[index].utility?.accuracy.value = 0.61
      results.cells[index].utility?.majority = 0.59
      for attack in results.cells[index].attacks.indices {
        results.cells[index].attacks[attack].null?.auc.value = 0.51
        guard var headline = results.cells[index].attacks[attack].headline, !headline.tpr.isEmpty else { continue }
        headline.tpr[0].value *= 0.7
        headline.tpr[0].low *= 0.7
        headline.tpr[0].high *= 0.8
        headline.auc.value -= 0.01
        results.cells[index].attacks[attack].access = .logits
        headline.verdict = defended ? .leak : headline.verdict
        results.cells[index].attacks[attack].headline = headline
      }
      if results.cells[index].status == .skipped { results.cells[index].reason = "another reason" }
    }
    let change = { (entry: Names.Entry) in
      Names.Entry(name: entry.name, title: entry.title + " II", summary: "Other.", source: "Other et al. 2023")
    }
    let names = Names(
      models: Sample.names.models.map(change), defences: Sample.names.defences.map(change),
      attacks: Sample.names.attacks.map(change))
    var engagement = Sample.rated(.s2)
    engagement.costs = Sample.stating("day-rate", 1_700).costs
    engagement.costs?.exchangeDate = "2031-01-05"
    engagement.costs?.given.append(.init(name: "value-per-point", value: Spread(1_000)))
    engagement.jurisdictions = [.init(regulation: "uk-gdpr")]
    engagement.people = 91
    var document = DocumentControl()
    document.client = "Other"
    return try Sample.assessed(results, document: document, engagement: engagement, names: names)
  }
}

/// The texts of paragraphs and list items of a page, apart by whether they are marked as background.
private final class Paragraphs: NSObject, XMLParserDelegate {
  private(set) var plain: [String] = []
  private(set) var background: [String] = []
  private var open: [(isText: Bool, isBackground: Bool)] = []
  private var text = ""

  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    _ = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let isBackground = attributes["class"]?.split(separator: " ").contains("background") == true
    if ["p", "li"].contains(name) { text = "" }
    open.append((["p", "li"].contains(name), isBackground || open.last?.isBackground == true))
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard let element = open.popLast(), element.isText else { return }
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.contains(". ") || line.hasSuffix(".") else { return }
    if element.isBackground { background.append(line) } else { plain.append(line) }
    text = ""
  }
}
