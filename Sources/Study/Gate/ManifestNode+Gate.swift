import Yams

extension ManifestNode {
  /// From 1.
  var line: Int? { node.mark?.line }

  /// The elements of a list, or the node itself.
  func several(of what: String) throws(ManifestError) -> [ManifestNode] {
    if case .sequence = node { return try list(of: what) }
    return [self]
  }

  /// One of a few words.
  func choice<Value>(of what: String, among choices: [(word: String, value: Value)]) throws(ManifestError) -> Value {
    let word = try text(of: what, longest: 64)
    guard let choice = choices.first(where: { $0.word == word }) else {
      let hint = Nearest.hint(for: word, in: choices.map(\.word))
      throw error("\(what) cannot be \(shown)\(hint)")
    }
    return choice.value
  }

  func number(of what: String, in range: ClosedRange<Double>) throws(ManifestError) -> Double {
    let given: Double? =
      switch value {
      case .whole(let whole): Double(whole)
      case .number(let number): number
      default: nil
      }
    guard let given, range.contains(given) else {
      throw error(
        "\(what) must be a number from \(ParameterValue.number(range.lowerBound)) to "
          + "\(ParameterValue.number(range.upperBound)), not \(shown)")
    }
    return given
  }
}
