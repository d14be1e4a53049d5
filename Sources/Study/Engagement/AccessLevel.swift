/// How far a model is given away, from nobody outside (`L0`) to open weights with training metadata (`L9`).
///
/// The facts on sharing say what each level stands for.
public enum AccessLevel: String, Codable, CaseIterable, Comparable, Sendable {
  case l0 = "L0"
  case l1 = "L1"
  case l2 = "L2"
  case l3 = "L3"
  case l4 = "L4"
  case l5 = "L5"
  case l6 = "L6"
  case l7 = "L7"
  case l8 = "L8"
  case l9 = "L9"

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

  /// What an outsider receives at this level; nil where there is no outsider.
  public var access: Access? {
    switch self {
    case .l0, .l1: nil
    case .l2: .labels
    case .l3: .topK
    case .l4: .probabilities
    case .l5: .logits
    case .l6, .l7, .l8, .l9: .weights
    }
  }
}
