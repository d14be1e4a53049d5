import Foundation

extension Entry {
  /// Every parameter with its value, as manifests and results spell them.
  public var values: Parameters {
    // Encoding a struct of plain properties to JSON and back cannot fail; a contract test tries every registry entry.
    guard let data = try? JSONEncoder().encode(self),
      let values = try? JSONDecoder().decode(Parameters.self, from: data)
    else { preconditionFailure("\(Self.name) does not encode to plain parameters") }
    return values
  }

  /// The standard entry with some parameters replaced.
  ///
  /// - Throws: `DecodingError` where a value has the wrong type; the caller checks domains first.
  public static func replacing(_ given: Parameters) throws -> Self {
    let data = try JSONEncoder().encode(standard.values.merging(given) { $1 })
    return try JSONDecoder().decode(Self.self, from: data)
  }

  /// The parameters that differ from the standard, in the order of their documentation: `"strength=0.01"`.
  public var variation: String {
    let (own, usual) = (values, Self.standard.values)
    return Self.parameters.filter { own[$0.name] != usual[$0.name] }
      .map { "\($0.name)=\(own[$0.name]?.description ?? "")" }
      .joined(separator: " ")
  }
}

/// Why parameters, each of them allowed, have no meaning together: what an entry's decoder throws.
public struct ParameterConflict: Error, Equatable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

extension Parameter.Domain {
  /// Why `value` lies outside the domain, or nil if it is allowed.
  package func complaint(about value: ParameterValue) -> String? {
    switch (self, value) {
    case (.whole(let range), .whole(let number)):
      range.contains(number) ? nil : "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
    case (.whole(let range), _):
      "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
    case (.number(let range), .whole(let number)):
      range.contains(Double(number)) ? nil : "must be a number from \(range.lowerBound) to \(range.upperBound)"
    case (.number(let range), .number(let number)):
      range.contains(number) ? nil : "must be a number from \(range.lowerBound) to \(range.upperBound)"
    case (.number(let range), _):
      "must be a number from \(range.lowerBound) to \(range.upperBound)"
    case (.word(let words), .word(let word)):
      words.contains(word)
        ? nil : "must be one of \(words.joined(separator: ", "))\(Nearest.hint(for: word, in: words))"
    case (.word(let words), _):
      "must be one of \(words.joined(separator: ", "))"
    case (.flag, .flag): nil
    case (.flag, _): "must be true or false"
    case (.wholes(let range, let count), .list(let values)):
      count.contains(values.count) && values.allSatisfy { Self.whole(range).complaint(about: $0) == nil }
        ? nil : wholesRule(range, count)
    case (.wholes(let range, let count), _): wholesRule(range, count)
    }
  }

  private func wholesRule(_ range: ClosedRange<Int>, _ count: ClosedRange<Int>) -> String {
    "must be a list of \(count.lowerBound) to \(count.upperBound) whole numbers from \(range.lowerBound) "
      + "to \(range.upperBound)"
  }

  /// Whether one value of the parameter is itself a list.
  var isList: Bool { if case .wholes = self { true } else { false } }
}
