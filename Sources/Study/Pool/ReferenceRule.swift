/// Which of a set's models an attacker of one of them may learn from.
public enum ReferenceRule: String, Codable, CaseIterable, Sendable {
  /// All but the target and, where it was trained on exactly the other records, its complement.
  ///
  /// With the complement kept, how many references trained on a record tells by itself who is a member.
  case paired
  /// All but the target.
  case all
}
