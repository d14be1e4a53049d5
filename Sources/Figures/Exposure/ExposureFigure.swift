public import Findings
import Study

/// How often each record is found, over the models that trained on it: a hundred dots, none of which is a record.
///
/// One for each dataset and model: of its cell without defence, else of the first that has an exposure.
public struct ExposureFigure: Figure {
  public static let kind = "exposure"
  public let caption: Caption
  public let table: DataTable
  /// In hundredths of all records: never found, then by twentieths of the share of models, as ``Exposure/histogram``.
  let dots: [Int]
  /// Records found by more than half of the models.
  let often: Tally
  let never: Tally
  /// The colour of the attack.
  let series: Int

  /// Some of all records.
  struct Tally: Equatable, Sendable {
    let count: Int
    let all: Int
    /// `patients`, or `records` where a person has several.
    let noun: String

    /// `3 in 100`, `fewer than 1 in 100`.
    var inHundred: String {
      if count == 0 { return "none" }
      let share = 100 * Double(count) / Double(all)
      if share < 0.5 { return say("fewer than 1 in 100") }
      return count < all && share >= 99.5 ? say("more than 99 in 100") : say("\(decimal(share, places: 0)) in 100")
    }

    /// `about 600 of 20,000 patients`; fewer than ten are not counted out.
    var ofAll: String {
      let least = Suppression.least
      let part = count == all ? say("all") : count < least ? say("fewer than \(least)") : "\(grouped(count))"
      return count == all ? say("all \(grouped(all)) \(noun)") : say("\(part) of \(grouped(all)) \(noun)")
    }
  }

  /// Bins from this one on are of records that more than half of their models give away.
  static let half = 11

  public static func all(in findings: Findings) -> [ExposureFigure] {
    var seen: [CellResult] = []
    return findings.results.cells.compactMap { cell in
      guard cell.exposure != nil, !seen.contains(where: cell.sharesModel) else { return nil }
      seen.append(cell)
      let group = findings.results.cells.filter { $0.sharesModel(cell) && $0.exposure != nil }
      return ExposureFigure(group.first(where: \.isUndefended) ?? cell, findings)
    }
  }

  private init?(_ cell: CellResult, _ findings: Findings) {
    guard cell.status == .done, let exposure = cell.exposure, exposure.isDrawable else { return nil }
    let people = People(of: cell.dataset, in: findings.results)
    let noun = exposure.records == exposure.subjects ? people.plural : say("records")
    func tally(_ bins: ArraySlice<Int>) -> Tally {
      Tally(count: bins.reduce(0, +), all: exposure.records, noun: noun)
    }
    dots = Apportioned.hundredths(of: exposure.histogram)
    often = tally(exposure.histogram[Self.half...])
    never = tally(exposure.histogram[..<1])
    let attack = cell.attacks.first { $0.id == exposure.attack }?.attack ?? exposure.attack
    series = findings.names.series(ofAttack: attack) % Ink.series
    table = ExposureTable(exposure: exposure, noun: noun).table
    caption =
      ExposureWords(
        cell: cell, exposure: exposure, findings: findings, often: often, never: never,
        attack: findings.names.attack(attack).tidied(limit: 40)
      ).caption
  }
}

extension Exposure {
  fileprivate var isDrawable: Bool {
    histogram.count == 21 && histogram.allSatisfy { $0 >= 0 && $0 <= records } && records > 0
      && histogram.reduce(0, +) == records && fprLimit > 1e-8 && fprLimit <= 1
  }
}

/// Whole parts of a hundred.
enum Apportioned {
  /// Hundredths that add up to 100, each within one of its share (largest remainders; equal ones from the left).
  ///
  /// - Precondition: `counts` are not negative and not all 0.
  static func hundredths(of counts: [Int]) -> [Int] {
    let total = counts.reduce(0, +)
    precondition(total > 0 && counts.allSatisfy { $0 >= 0 })
    var parts = counts.map { 100 * $0 / total }
    let left = 100 - parts.reduce(0, +)
    let order = counts.indices.sorted { (100 * counts[$1] % total, $0) < (100 * counts[$0] % total, $1) }
    for index in order.prefix(left) { parts[index] += 1 }
    return parts
  }
}
