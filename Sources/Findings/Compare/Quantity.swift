/// A number that runs can be compared in and that a gate can bound.
public enum Quantity: Hashable, Sendable {
  /// The mean area under the ROC over targets; higher is worse.
  case auc
  /// The share of members found within a false-positive rate; higher is worse.
  case tpr(limit: Double)
  /// The accuracy of the models outside their training halves; lower is worse.
  case accuracy

  /// Whether a larger number is the worse one.
  public var higherIsWorse: Bool { self != .accuracy }

  /// `auc`, `tpr@0.01` or `accuracy`.
  public var name: String {
    switch self {
    case .auc: "auc"
    case .tpr(let limit): "tpr@\(limit)"
    case .accuracy: "accuracy"
    }
  }

  /// - Parameter name: as ``name`` gives it.
  public init?(name: String) {
    switch name {
    case "auc": self = .auc
    case "accuracy": self = .accuracy
    default:
      guard name.hasPrefix("tpr@"), let limit = Double(name.dropFirst(4)), (0...1).contains(limit) else { return nil }
      self = .tpr(limit: limit)
    }
  }
}

extension Quantity: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let quantity = Quantity(name: name) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "there is no such quantity")
    }
    self = quantity
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
