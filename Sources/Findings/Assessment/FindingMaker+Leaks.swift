import Study

extension FindingMaker {
  /// Below it, a difference between groups is called one.
  private static let level = 0.05

  private func leaking(_ group: CellGroup) -> [CellResult] { graded(group.done.filter { $0.verdict == .leak }) }

  /// How a leak of a rating is reported.
  private static func kind(_ rating: Rating?) -> Finding.Kind {
    switch rating {
    case .critical, .high, .moderate, nil: .leak
    case .low, .minimal: .slightLeak
    case .inconclusive: .ungradedLeak
    }
  }

  /// One for a model on a dataset that is rated Moderate or worse, or not at all.
  func leak(_ group: CellGroup) -> Finding? {
    let cells = leaking(group).filter { Self.kind(target($0)?.rating) == .leak }
    return cells.isEmpty ? nil : finding(.leak, cells: cells)
  }

  /// One for all leaks of a lesser kind, so that they do not hide the graver ones.
  func gathered(_ kind: Finding.Kind, _ groups: [CellGroup]) -> [Finding] {
    let cells = graded(groups.flatMap(leaking).filter { Self.kind(target($0)?.rating) == kind })
    return cells.isEmpty ? [] : [finding(kind, cells: cells)]
  }

  /// Groups of the gravest cell that are found more often than all others, beyond chance.
  func groupLeak(_ group: CellGroup) -> Finding? {
    guard let cell = (leaking(group) + [group.undefended].compactMap { $0 }).first(where: { $0.exposure != nil }),
      let exposure = cell.exposure
    else { return nil }
    var exposed: [(name: String, found: Estimate)] = []
    for partition in exposure.partitions {
      for group in partition.groups where group.p < Self.level && group.found.value > exposure.mean {
        exposed.append(("\(partition.attribute): \(group.name)", group.found))
      }
    }
    guard !exposed.isEmpty else { return nil }
    exposed.sort { $0.found.value > $1.found.value }
    return finding(
      .groupLeak, cells: [cell],
      evidence: ["group-share": exposed[0].found, "mean-share": Estimate(exactly: exposure.mean)],
      groups: exposed.map(\.name))
  }

  /// Good news: defended cells without a leak where the undefended one leaks and no attack was merely blinded.
  func defenceWorks(_ group: CellGroup) -> Finding? {
    guard let bare = group.undefended, bare.verdict == .leak else { return nil }
    let cells = group.done.filter { $0.defence != CellGroup.undefended && $0.verdict == .noLeakShown }
    guard let first = cells.first else { return nil }
    let remedies = cells.compactMap { self.remedies.tested(as: $0.defence) }
    var evidence: [String: Estimate] = [:]
    evidence["share-before"] = bare.headline?.headline?.printed.map(Estimate.init)
    evidence["accuracy-before"] = bare.utility?.accuracy
    return finding(
      .defenceWorks, cells: [first] + cells.dropFirst(), evidence: evidence,
      actions: remedies.enumerated().filter { place, remedy in
        remedies.firstIndex { $0.id == remedy.id } == place
      }.map(\.element))
  }

  /// Good news: undefended cells in which no leak is shown.
  func noLeak(_ groups: [CellGroup]) -> Finding? {
    let cells = graded(groups.compactMap(\.undefended).filter { $0.verdict == .noLeakShown })
    guard let first = cells.first else { return nil }
    let points = cells.compactMap { $0.headline?.headline?.printed }
    let highest = points.max { $0.high < $1.high }
    return finding(
      .noLeak, cells: cells, evidence: highest.map { ["highest-share": Estimate($0)] } ?? [:],
      actions: remedies.steps(for: target(first)?.rating ?? .minimal, model: first.model))
  }
}
