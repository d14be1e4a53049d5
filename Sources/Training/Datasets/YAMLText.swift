/// Texts as YAML's double-quoted scalars.
enum YAMLText {
  /// `text` in quotes, with escapes for whatever is not plainly printable.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      // Cards have no anchors, and are searched for them in quotes as well.
      case "&": result += "\\x26"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
          let digits = String(scalar.value, radix: 16)
          result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        default:
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
