public import Study

/// Which cells of two runs are the same, by what they are and never by where they stand.
struct CellMatching {
  /// Two cells that are compared.
  struct Pair {
    let base: CellResult
    let current: CellResult
    /// Whether model or defence have other parameters, or the defence is another.
    let recipeChanged: Bool
  }

  private(set) var pairs: [Pair] = []
  private(set) var unmatched: [Unmatched] = []

  /// - Parameter rule: how much of a recipe may differ.
  init(base: ComparedRun, current: ComparedRun, rule: MatchRule) {
    var old = base.results.cells
    var new = current.results.cells
    take(MatchRule.exact, &old, &new, base, current)
    if rule != .exact { take(.recipe, &old, &new, base, current) }
    if rule == .model { take(.model, &old, &new, base, current) }
    pairs.sort { one, other in
      Self.place(current, one.current) < Self.place(current, other.current)
    }
    list(old, new, base, current)
  }

  /// The place of a cell in its run.
  private static func place(_ run: ComparedRun, _ cell: CellResult) -> Int {
    run.results.cells.firstIndex { $0.id == cell.id } ?? 0
  }

  /// Pairs cells that are alone on either side with an identity.
  private mutating func take(
    _ rule: MatchRule, _ old: inout [CellResult], _ new: inout [CellResult], _ base: ComparedRun,
    _ current: ComparedRun
  ) {
    for cell in new {
      let key = Self.key(cell, in: current, rule)
      let left = old.filter { Self.key($0, in: base, rule) == key }
      let right = new.filter { Self.key($0, in: current, rule) == key }
      guard left.count == 1, right.count == 1 else { continue }
      pairs.append(Pair(base: left[0], current: cell, recipeChanged: rule != .exact))
      old.removeAll { $0.id == left[0].id }
      new.removeAll { $0.id == cell.id }
    }
  }

  private static func key(_ cell: CellResult, in run: ComparedRun, _ rule: MatchRule) -> [String] {
    let digest = run.digest(of: cell)
    switch rule {
    case .exact: return [digest, cell.modelRecipe, cell.defenceRecipe]
    case .recipe: return [digest, cell.model, cell.defence]
    case .model: return [digest, cell.model]
    }
  }

  /// Says of every cell that is left why it is not compared.
  private mutating func list(
    _ old: [CellResult], _ new: [CellResult], _ base: ComparedRun, _ current: ComparedRun
  ) {
    let oldDigests = Set(base.results.cells.map { base.digest(of: $0) })
    let newDigests = Set(current.results.cells.map { current.digest(of: $0) })
    for cell in new {
      let digest = current.digest(of: cell)
      if !oldDigests.contains(digest), old.contains(where: { Self.sameName($0, cell) }) {
        unmatched.append(Unmatched(.notComparable, cell, side: .current, reason: Self.otherRecords))
      } else if old.contains(where: { base.digest(of: $0) == digest && $0.model == cell.model }) {
        unmatched.append(Unmatched(.changed, cell, side: .current, reason: Self.otherRecipe))
      } else {
        unmatched.append(Unmatched(.appeared, cell, side: .current, reason: "only the current run has it"))
      }
    }
    for cell in old {
      let digest = base.digest(of: cell)
      if !newDigests.contains(digest), new.contains(where: { Self.sameName($0, cell) }) {
        unmatched.append(Unmatched(.notComparable, cell, side: .base, reason: Self.otherRecords))
      } else if new.contains(where: { current.digest(of: $0) == digest && $0.model == cell.model }) {
        unmatched.append(Unmatched(.changed, cell, side: .base, reason: Self.otherRecipe))
      } else {
        unmatched.append(Unmatched(.vanished, cell, side: .base, reason: "only the base run has it"))
      }
    }
  }

  private static func sameName(_ one: CellResult, _ other: CellResult) -> Bool {
    one.dataset == other.dataset && one.model == other.model
  }

  private static let otherRecords =
    "the dataset's records differ (another file, other preprocessing or another number of rows)"
  private static let otherRecipe =
    "the recipe differs; --match recipe or --match model compares it where one such cell stands on each side"
}

/// Something of one run that has no counterpart to be compared with.
public struct Unmatched: Codable, Equatable, Sendable {
  public enum Kind: String, Codable, Sendable {
    case appeared, vanished, changed
    case notComparable = "not-comparable"
    /// Skipped, failed or unavailable on a side.
    case notDone = "not-done"
  }
  public enum Side: String, Codable, Sendable { case base, current, both }

  public var kind: Kind
  public var side: Side
  public var cell: String
  public var dataset: String
  public var model: String
  public var defence: String
  /// Null where the whole cell is meant.
  @Null public var attack: String?
  @Null public var access: Access?
  public var reason: String

  init(_ kind: Kind, _ cell: CellResult, attack: AttackResult? = nil, side: Side, reason: String) {
    self.kind = kind
    self.side = side
    self.cell = cell.id
    dataset = cell.dataset
    model = cell.model
    defence = cell.defence
    self.attack = attack?.id
    access = attack?.access
    self.reason = reason
  }
}
