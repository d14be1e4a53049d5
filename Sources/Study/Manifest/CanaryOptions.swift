/// Records whose presence is decided by recorded coins, to bound epsilon from below.
public enum CanaryKind: String, Codable, CaseIterable, Sendable {
  /// Records with another class's label, which a model can only know by heart.
  case mislabelled
  /// Records as they are.
  case natural
  /// One record as it is, that half of a pool's models trained on: no further training.
  case repeated
}

/// Audits of each cell with canaries: one more training for each kind but the repeated one.
public struct CanaryOptions: Equatable, Sendable {
  /// M, at most a quarter of the persons under test.
  public var canaries = 500
  public var kinds: [CanaryKind] = [.mislabelled, .natural]
  public init() {}
}

extension CanaryOptions {
  static let most = 100_000
  static let least = 20

  init(_ node: ManifestNode) throws(ManifestError) {
    let members = try node.members(of: "audit", known: ["canaries", "kinds"])
    if let canaries = members["canaries"] {
      self.canaries = try canaries.whole(of: "audit: canaries", in: Self.least...Self.most)
    }
    guard let node = members["kinds"] else { return }
    kinds = []
    for element in try node.several(of: "audit: kinds") {
      let kind = try element.choice(of: "audit: kinds", among: CanaryKind.allCases.map { ($0.rawValue, $0) })
      guard !kinds.contains(kind) else {
        throw element.error("audit: kinds holds '\(kind.rawValue)' twice: remove one")
      }
      kinds.append(kind)
    }
  }
}
