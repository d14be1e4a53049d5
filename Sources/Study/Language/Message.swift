/// A fixed wording with values between, known to catalogues by its English: `{1} of {2} models leak`.
public struct Message: ExpressibleByStringInterpolation, Sendable {
  /// One more than ``values``.
  private var pieces: [String]
  private var values: [String]

  public init(stringLiteral value: String) {
    (pieces, values) = ([value], [])
  }

  public init(stringInterpolation: StringInterpolation) {
    (pieces, values) = (stringInterpolation.pieces, stringInterpolation.values)
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces = [""]
    fileprivate var values: [String] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) { pieces[pieces.count - 1] += literal }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      values.append(value.description)
      pieces.append("")
    }
  }

  /// A long message over several lines of code.
  public static func + (one: Message, other: Message) -> Message {
    var sum = one
    sum.pieces[sum.pieces.count - 1] += other.pieces.first ?? ""
    sum.pieces += other.pieces.dropFirst()
    sum.values += other.values
    return sum
  }

  /// As catalogues list it.
  var key: String {
    pieces.indices.dropLast().map { pieces[$0] + "{\($0 + 1)}" }.joined() + (pieces.last ?? "")
  }

  /// In the language spoken.
  var text: String {
    let language = Language.spoken
    guard !language.messages.isEmpty, let wording = language.messages[key] else {
      return zip(pieces, values + [""]).map { $0 + $1 }.joined()
    }
    return values.isEmpty ? wording : filled(wording)
  }

  /// A wording with the values in their places, which another language may order otherwise.
  private func filled(_ wording: String) -> String {
    var parts = wording.components("{")
    for place in parts.indices.dropFirst() {
      let number = parts[place].prefix { $0.isWholeNumber }
      guard let index = Int(number), values.indices.contains(index - 1),
        parts[place].dropFirst(number.count).first == "}"
      else {
        parts[place] = "{" + parts[place]
        continue
      }
      parts[place] = values[index - 1] + parts[place].dropFirst(number.count + 1)
    }
    return parts.joined()
  }
}

extension String {
  fileprivate func components(_ separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

/// A message in the language spoken, see ``Language/spoken``.
public func say(_ message: Message) -> String { message.text }

/// A name that a card or a registry states, in the language spoken where that has a wording for it.
public func say(named english: String) -> String { Message(stringLiteral: english).text }
