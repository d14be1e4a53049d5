/// What the columns of a client's table are called.
struct ColumnNames: Equatable, Sendable {
  var id = "id"
  var member = "member"
  var label = "label"
  var prediction = "prediction"
  var group = "group"
  var subject = "subject"
  /// Before the number of a class: its probability.
  var probability = "p_"
  /// Before the number of a class: its logit.
  var logit = "z_"

  static let known = ["id", "member", "label", "prediction", "group", "subject", "p_", "z_"]

  /// Replaces names: `id=person`, `p_=probability_`.
  ///
  /// - Throws: ``AuditError``.
  mutating func rename(_ pairs: [(role: String, name: String)]) throws {
    for (role, name) in pairs {
      guard !name.isEmpty, name.utf8.count <= 200 else {
        throw AuditError.usage("the column for '\(role)' needs a name of 1 to 200 bytes: write --columns \(role)=NAME")
      }
      switch role {
      case "id": id = name
      case "member": member = name
      case "label": label = name
      case "prediction": prediction = name
      case "group": group = name
      case "subject": subject = name
      case "p_": probability = name
      case "z_": logit = name
      default:
        throw AuditError.usage(
          "there is no column role '\(role.prefix(40))': use \(Self.known.joined(separator: ", ")), as in "
            + "--columns id=person,p_=prob_")
      }
    }
  }

  /// The pairs of `id=person,p_=prob_`.
  ///
  /// - Throws: ``AuditError``.
  static func pairs(_ text: String) throws -> [(role: String, name: String)] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let sign = part.firstIndex(of: "=") else {
        throw AuditError.usage("--columns holds '\(part.prefix(40))': write ROLE=NAME, as in --columns id=person")
      }
      return (String(part[..<sign]), String(part[part.index(after: sign)...]))
    }
  }
}
