import Yams

extension EntryReader where Value == any Defence {
  /// Reads a list of defences in which a list is a chain; sweeps inside a chain multiply.
  func chains(_ node: ManifestNode, of list: String) throws(ManifestError) -> [Chain] {
    var result: [Chain] = []
    for element in try node.list(of: list) {
      if case .sequence = element.node {
        result += try chains(element)
      } else {
        result += try entries(element).map { Chain($0) }
      }
    }
    return result
  }

  private func chains(_ node: ManifestNode) throws(ManifestError) -> [Chain] {
    let elements = try node.list(of: "a chain of defences")
    guard elements.count <= Chain.longest else {
      throw node.error("a chain of \(elements.count) defences is too long: at most \(Chain.longest) act together")
    }
    var types: [any Defence.Type] = []
    var combinations: [[any Defence]] = [[]]
    for element in elements {
      if case .sequence = element.node { throw element.error("a chain of defences cannot hold another chain") }
      let settings = try entries(element)
      guard let type = settings.first.map({ type(of: $0) }) else { continue }
      guard type.stage != .none || elements.count == 1 else {
        throw element.error("'\(type.name)' changes nothing and has no place in a chain: remove it")
      }
      guard !types.contains(where: { $0 == type }) else {
        throw element.error("a chain of defences holds '\(type.name)' twice: remove one")
      }
      types.append(type)
      if let spoiler = Self.spoiler(of: types) { throw element.error(spoiler) }
      combinations = combinations.flatMap { chain in settings.map { chain + [$0] } }
      guard combinations.count <= Self.mostOfSweep else {
        throw element.error("this chain has over \(Self.mostOfSweep) settings: shorten its lists")
      }
    }
    return combinations.map { Chain($0) }
  }

  /// Why these do not keep the budget that one of them promises, or nil.
  ///
  /// What chooses, changes or repeats the records of a half voids a proof about one training on it; what comes after
  /// private records are made is free, as it sees nothing else.
  private static func spoiler(of types: [any Defence.Type]) -> String? {
    guard let budgeted = types.first(where: { $0.isBudgeted }),
      let first = types.first(where: { [.data, .ensemble].contains($0.stage) }), !first.isBudgeted
    else { return nil }
    return "'\(budgeted.name)' keeps to its epsilon only if it has the half once and as it is: "
      + "remove '\(first.name)' from its chain"
  }
}
