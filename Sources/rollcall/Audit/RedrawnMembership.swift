import Maths
import Study

/// A membership drawn anew by the design that a client's own shows: what a null run attacks.
///
/// Memberships are dealt out again to whole subjects: each model keeps its number of members, and a model that is
/// another's complement stays it. Only where every model holds equal shares of all classes are they dealt out within
/// classes: elsewhere the shares themselves were drawn, and keeping them would keep what they tell. Where a subject has
/// records on both sides, its records are dealt out singly.
struct RedrawnMembership {
  private let labels: [Int]
  private let subjects: [Int]?
  private let seed: UInt64

  init(labels: [Int], subjects: [Int]?, seed: UInt64) {
    self.labels = labels
    self.subjects = subjects
    self.seed = seed
  }

  func redrawn(_ membership: Membership) -> Membership {
    let isStratified = isStratified(membership)
    var rows: [[Bool]] = []
    for model in 0..<membership.models {
      let isSecond = model % 2 == 1 && membership.trueComplement(of: model) != nil
      rows.append(
        isSecond
          ? rows[model - 1].map { !$0 }
          : redrawn(Array(membership.row(model)), model: model, isStratified: isStratified))
    }
    return Membership(rows: rows)
  }

  /// Whether each model's members are the same share of every class, up to the odd record.
  private func isStratified(_ membership: Membership) -> Bool {
    guard let last = labels.max() else { return false }
    var sizes = [Int](repeating: 0, count: last + 1)
    for label in labels { sizes[label] += 1 }
    return (0..<membership.models).allSatisfy { model in
      var members = [Int](repeating: 0, count: last + 1)
      for (record, truth) in membership.row(model).enumerated() where truth { members[labels[record]] += 1 }
      let share = Double(members.reduce(0, +)) / Double(labels.count)
      return zip(members, sizes).allSatisfy { abs(Double($0) - share * Double($1)) <= 1 }
    }
  }

  /// One model's memberships, dealt out anew.
  private func redrawn(_ truths: [Bool], model: Int, isStratified: Bool) -> [Bool] {
    let units = units(truths)
    // Records of a subject that move together are of the class of its first.
    var strata: [Int: [Int]] = [:]
    for (unit, first) in units.firsts.enumerated() {
      strata[isStratified ? labels[first] : 0, default: []].append(unit)
    }
    var drawn = [Bool](repeating: false, count: units.firsts.count)
    for (place, label) in strata.keys.sorted().enumerated() {
      guard let members = strata[label] else { continue }
      var stream = Purpose.null.stream(seed: seed, index: model << 20 | place)
      for (unit, source) in zip(members, stream.shuffled(members)) { drawn[unit] = truths[units.firsts[source]] }
    }
    return units.ofRecord.map { drawn[$0] }
  }

  /// For each record the unit it moves with, and for each unit its first record.
  private func units(_ truths: [Bool]) -> (ofRecord: [Int], firsts: [Int]) {
    guard let subjects else { return (Array(truths.indices), Array(truths.indices)) }
    var sides = [UInt8](repeating: 0, count: (subjects.max() ?? -1) + 1)
    for (record, truth) in truths.enumerated() { sides[subjects[record]] |= truth ? 1 : 2 }
    var unitOfSubject = [Int](repeating: -1, count: sides.count)
    var firsts: [Int] = []
    let ofRecord = subjects.enumerated().map { record, subject in
      if sides[subject] == 3 || unitOfSubject[subject] < 0 {
        unitOfSubject[subject] = firsts.count
        firsts.append(record)
      }
      return unitOfSubject[subject]
    }
    return (ofRecord, firsts)
  }
}
