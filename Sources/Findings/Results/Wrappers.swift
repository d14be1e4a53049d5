/// A number in a results file: the shortest that reads back to the same double, infinities as "inf" and "-inf",
/// NaN (undefined) as null.
@propertyWrapper
public struct Exact: Codable, Equatable, Sendable {
  public var wrappedValue: Double

  public init(wrappedValue: Double) { self.wrappedValue = wrappedValue }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      wrappedValue = .nan
    } else if let number = try? container.decode(Double.self) {
      // What nearly all are is tried first: a wrong guess makes an error, which takes longer than a number.
      wrappedValue = number
    } else {
      let text = try container.decode(String.self)
      switch text {
      case "inf": wrappedValue = .infinity
      case "-inf": wrappedValue = -.infinity
      default:
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no number")
      }
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if wrappedValue.isNaN {
      try container.encodeNil()
    } else if wrappedValue.isInfinite {
      try container.encode(wrappedValue > 0 ? "inf" : "-inf")
    } else {
      try container.encode(wrappedValue)
    }
  }

  public static func == (one: Exact, other: Exact) -> Bool {
    one.wrappedValue == other.wrappedValue || (one.wrappedValue.isNaN && other.wrappedValue.isNaN)
  }
}

/// A value that may be absent and is then written as null, never left out.
@propertyWrapper
public struct Null<Value: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
  public var wrappedValue: Value?

  public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
