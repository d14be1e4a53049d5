extension String {
  /// The text in quotes, cut at 40 characters, control characters shown as escapes: safe to print whatever it holds.
  package var excerpt: String {
    var result = "\""
    for scalar in unicodeScalars.prefix(40) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        result += scalar.escaped(asASCII: true)
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result + (unicodeScalars.count > 40 ? "...\"" : "\"")
  }
}
