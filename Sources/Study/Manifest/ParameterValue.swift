/// The parameters of an entry as they stand in manifests and results, by name.
public typealias Parameters = [String: ParameterValue]

/// A value that a parameter can have.
public enum ParameterValue: Codable, Equatable, Hashable, Sendable {
  case flag(Bool)
  case whole(Int)
  case number(Double)
  case word(String)
  case list([ParameterValue])

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Bool.self) {
      self = .flag(value)
    } else if let value = try? container.decode(Int.self) {
      self = .whole(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .word(value)
    } else {
      self = .list(try container.decode([ParameterValue].self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .flag(let value): try container.encode(value)
    case .whole(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .word(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    }
  }
}

extension ParameterValue: CustomStringConvertible {
  /// As a manifest would write it.
  public var description: String {
    switch self {
    case .flag(let value): value ? "true" : "false"
    case .whole(let value): "\(value)"
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    case .word(let value): value
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    }
  }
}
