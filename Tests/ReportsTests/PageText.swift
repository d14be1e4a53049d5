import Findings
import Foundation

/// What a reader reads: the blocks of text of a page, in order.
struct PageText {
  let blocks: [String]

  /// Cuts at the ends of paragraphs, list items, headings and table cells; drops tags and the style sheet.
  init(_ html: String) {
    var text = html
    if let start = text.range(of: "<style>"), let end = text.range(of: "</style>") {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    for end in ["</p>", "</li>", "</td>", "</th>", "</h1>", "</h2>", "</h3>", "</dd>", "</dt>", "</caption>", "</div>"]
    {
      text = text.replacingOccurrences(of: end, with: "\u{0}")
    }
    text = text.replacingOccurrences(of: "<[^>]*>", with: "", options: .regularExpression)
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: entity, with: character)
    }
    // No-break spaces are kept: only the breaks and indents of the file are folded.
    blocks = text.components(separatedBy: "\u{0}").map { block in
      block.replacingOccurrences(of: "[ \\n]+", with: " ", options: .regularExpression)
        .trimmingCharacters(in: CharacterSet(charactersIn: " \n"))
    }.filter { !$0.isEmpty }
  }

  func contains(_ phrase: String) -> Bool { blocks.contains { $0.contains(phrase) } }

  /// The blocks that stand in only one of two pages.
  func differences(from other: PageText) -> (here: [String], there: [String]) {
    let changes = blocks.difference(from: other.blocks)
    return (
      changes.insertions.map { change in if case .insert(_, let block, _) = change { block } else { "" } },
      changes.removals.map { change in if case .remove(_, let block, _) = change { block } else { "" } }
    )
  }
}

extension Sample {
  /// What a page without figures says.
  static func text(_ results: Results = results()) throws -> PageText {
    PageText(try html(results, figures: []))
  }
}
