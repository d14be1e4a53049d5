import Files
import Findings
import Study

extension AuditMeasurement {
  /// Who is found how often by the attack that stands for the cell, by class and by the file's groups.
  ///
  /// Nil where there is neither a pool nor a column of groups, or where no rate is resolved.
  func exposure(of results: [AttackResult], headline: String?) throws -> Exposure? {
    guard audited.isPool || audited.records.groups != nil,
      let result = results.first(where: { $0.id == headline }), let limit = result.headline?.smallestResolved,
      let candidate = audited.candidates.first(where: { $0.id == headline })
    else { return nil }
    let membership = Membership(rows: audited.targets.map { Array(audited.membership.row($0)) })
    let records = RecordExposure(
      scores: try audited.targets.map { try candidate.scores($0, false) }, membership: membership,
      subjects: audited.subjects, fprLimit: limit)
    return Exposure(attack: result.id, records: records, partitions: partitions)
  }

  /// By class first, then by the file's groups.
  private var partitions: [Partition] {
    let (records, subjects) = (audited.records, audited.subjects)
    let rows = Array(0..<audited.membership.records)
    let classes = Partition(
      classes: (0..<max(1, audited.classes)).map(String.init), labels: records.labels, subjects: subjects,
      attribute: "label")
    guard let groups = records.groups else { return [classes] }
    let names = GroupName.shown((0..<records.groupNames.count).map { records.groupNames[$0] })
    let column = Column(name: "group", values: .codes(groups.map(Int32.init), levels: names))
    return [classes, Partition(column: column, rows: rows, subjects: subjects)]
  }
}

/// A client's own words for groups, made fit to be shown.
enum GroupName {
  /// Characters.
  private static let longest = 60
  /// Signs that a browser, a spreadsheet or a shell could act on, and what looks like them and is text.
  private static let lookalikes: [Character: Character] = [
    "<": "\u{FF1C}", ">": "\u{FF1E}", "&": "\u{FF06}", "\"": "\u{201D}", "'": "\u{2019}", "/": "\u{2215}",
    "\\": "\u{FF3C}",
  ]
  /// Only at the start do they make a formula.
  private static let leading: [Character: Character] = [
    "=": "\u{FF1D}", "+": "\u{FF0B}", "-": "\u{2212}", "@": "\u{FF20}",
  ]

  /// The names, each different, in order.
  ///
  /// Direction marks and controls are spelt as their numbers.
  static func shown(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let text = shown(name)
      let free = (1...).lazy.map { $0 == 1 ? text : "\(text) (\($0))" }.first { !taken.contains($0) } ?? text
      taken.insert(free)
      return free
    }
  }

  private static func shown(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
        result += "U+" + String(scalar.value, radix: 16, uppercase: true)
      default:
        let character = Character(scalar)
        let isFirst = result.allSatisfy(\.isWhitespace)
        result.unicodeScalars.append(
          contentsOf: (isFirst ? leading[character] : nil)?.unicodeScalars ?? lookalikes[character]?.unicodeScalars
            ?? character.unicodeScalars)
      }
    }
    return result.count > longest ? result.prefix(longest - 1) + "\u{2026}" : result
  }
}
