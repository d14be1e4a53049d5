public import Study

extension Parameters {
  /// What a parameter is called in text: without the defence's name before it, where no other part of the chain has one
  /// of the same name.
  public func spokenName(of parameter: String) -> String {
    guard let dot = parameter.lastIndex(of: ".") else { return parameter }
    let ending = parameter[dot...]
    return keys.count { $0.hasSuffix(ending) } == 1 ? String(ending.dropFirst()) : parameter
  }
}
