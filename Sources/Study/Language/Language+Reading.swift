import Yams

extension Language {
  static let longestTag = 35
  fileprivate static let longestMessage = 16_000
  private static let mostMessages = 5_000

  /// Reads a language file.
  ///
  /// - Parameters:
  ///   - text: UTF-8 YAML: `numbers`, `dates` and `messages`, each an English wording and how it is said.
  ///   - tag: Of BCP 47, from the file's name.
  ///   - file: How messages call the file.
  /// - Throws: ``ManifestError`` with file, line and remedy: also where a wording holds a value or a tag that the English
  ///   one lacks.
  public static func read(_ text: [UInt8], tag: String, file: String) throws(ManifestError) -> Language {
    // A language comes with the templates and not from strangers.
    let root = try ManifestNode.root(of: text, file: file, kind: "a language", brackets: 20_000)
    let members = try root.members(of: "the language", known: ["numbers", "dates", "messages"])
    let numbers = try members["numbers"]?.members(of: "numbers", known: ["decimal", "thousands"]) ?? [:]
    let dates = try members["dates"]?.members(of: "dates", known: ["form", "months"]) ?? [:]
    var names = english.months
    if let months = dates["months"] {
      names = try months.list(of: "months").map { node throws(ManifestError) in
        try node.text(of: "a month", longest: 40)
      }
      guard names.count == 12 else { throw months.error("months must be 12 names, not \(names.count)") }
    }
    let form = try dates["form"]?.text(of: "form", longest: 60) ?? english.dateForm
    guard ["{day}", "{month}", "{year}"].allSatisfy(form.contains) else {
      throw root.error("dates: form must hold {day}, {month} and {year}, not '\(form)'")
    }
    return Language(
      tag: tag, decimalMark: try numbers["decimal"]?.text(of: "decimal", longest: 1) ?? english.decimalMark,
      thousandsMark: try numbers["thousands"]?.text(of: "thousands", longest: 1) ?? english.thousandsMark,
      dateForm: form, months: names, messages: try members["messages"]?.wordings() ?? [:])
  }

  /// The values and tags of a wording: `{1}`, `{{value}}`, `<strong>`.
  fileprivate static func parts(of wording: String) -> Set<Substring> {
    Set(wording.matches(of: /\{+[^{}]*\}+|<[^<>]*>/).map(\.output))
  }

  fileprivate static func check(_ wording: ManifestNode, of english: String) throws(ManifestError) -> String {
    let text = try wording.text(of: "a wording", longest: longestMessage)
    if let odd = parts(of: text).subtracting(parts(of: english)).sorted().first {
      throw wording.error(
        "the wording holds \(ManifestNode.cut(String(odd))), which '\(ManifestNode.cut(english))' lacks")
    }
    return text
  }

  fileprivate static func check(count: Int, of node: ManifestNode) throws(ManifestError) {
    guard count <= mostMessages else {
      throw node.error("messages has \(count) entries; at most \(mostMessages) are allowed")
    }
  }
}

extension ManifestNode {
  /// A language by its tag of BCP 47, such as `id` or `en-US`; whether there is one is for the folder of languages to say.
  func languageTag(of what: String) throws(ManifestError) -> String {
    let tag = try text(of: what, longest: Language.longestTag)
    guard tag.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil else {
      throw error("\(what) must be a tag such as id or en-US, not \(shown)")
    }
    return tag
  }

  /// Wordings by the English ones: a list, because a key of YAML may not be as long as some are.
  fileprivate func wordings() throws(ManifestError) -> [String: String] {
    guard case .sequence(let sequence) = node else { throw error("messages must be a list, not \(shown)") }
    try Language.check(count: sequence.count, of: self)
    var result: [String: String] = [:]
    for entry in sequence {
      let entry = ManifestNode(node: entry, file: file)
      let members = try entry.members(of: "a message", known: ["english", "said"])
      guard let english = members["english"], let said = members["said"] else {
        throw entry.error("a message needs 'english' and 'said'")
      }
      let key = try english.text(of: "english", longest: Language.longestMessage)
      guard result.updateValue(try Language.check(said, of: key), forKey: key) == nil else {
        throw english.error("\(english.shown) stands twice: remove one")
      }
    }
    return result
  }
}
