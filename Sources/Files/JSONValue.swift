/// A value of a JSON object as far as a record needs it.
public enum JSONValue: Equatable, Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case null
  /// A list of numbers alone.
  case numbers([Double])
  /// Anything else, which was checked and is not kept.
  case other
}
