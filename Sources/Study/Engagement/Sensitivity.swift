/// What it tells of a person that their record trained the model, from nothing personal (`S1`) to a special fact (`S4`).
///
/// The facts on rating say what each class stands for.
public enum Sensitivity: String, Codable, CaseIterable, Comparable, Sendable {
  case s1 = "S1"
  case s2 = "S2"
  case s3 = "S3"
  case s4 = "S4"

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
