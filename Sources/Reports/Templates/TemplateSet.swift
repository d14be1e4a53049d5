import Mustache

/// Parsed templates whose partials all exist and end.
struct TemplateSet {
  /// The template that the page starts with.
  static let root = "report"
  private let library: MustacheLibrary
  private let page: MustacheTemplate

  init(_ folder: TemplateFolder) throws(ReportError) {
    var parsed: [String: MustacheTemplate] = [:]
    for (name, text) in folder.templates.sorted(by: { $0.key < $1.key }) {
      parsed[name] = try Self.parse(text, file: name + ".mustache")
    }
    guard let page = parsed[Self.root] else {
      throw .missingFile(name: Self.root + ".mustache", namedBy: "the report")
    }
    try Self.checkPartials(of: Self.root, in: folder, above: [])
    self.page = page
    library = MustacheLibrary(templates: parsed)
  }

  func render(_ value: any Page) -> String {
    page.render(value, library: library)
  }

  /// The same by another template of the set; empty where there is none.
  func render(_ value: any Page, as name: String) -> String {
    library.render(value, withTemplate: name) ?? ""
  }

  private static func parse(_ text: String, file: String) throws(ReportError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      throw .brokenTemplate(file: file, line: error.context.lineNumber, problem: problem(error.error))
    } catch {
      throw .brokenTemplate(file: file, line: 1, problem: problem(error))
    }
  }

  private static func problem(_ error: any Error) -> String {
    switch error {
    case MustacheTemplate.Error.expectedSectionEnd: "a section is opened but not closed"
    case MustacheTemplate.Error.sectionCloseNameIncorrect: "a section is closed that is not the open one"
    case is MustacheTemplate.Error where !isUnfinished(error): "this is no Mustache template (\(error))"
    default: "a tag is not closed with '}}'"
    }
  }

  private static func isUnfinished(_ error: any Error) -> Bool {
    if case MustacheTemplate.Error.unfinishedName = error { true } else { false }
  }

  /// Follows partials, which the renderer would silently leave out where they do not exist.
  private static func checkPartials(
    of name: String, in folder: TemplateFolder, above: [String]
  ) throws(ReportError) {
    let file = name + ".mustache"
    guard !above.contains(name) else { throw .circularTemplate(file: file) }
    guard let text = folder.templates[name] else {
      throw .missingFile(name: file, namedBy: (above.last ?? root) + ".mustache")
    }
    for partial in partials(in: text) {
      try checkPartials(of: partial, in: folder, above: above + [name])
    }
  }

  /// The names in `{{>name}}` and `{{<name}}`.
  private static func partials(in text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      rest = rest[open.upperBound...]
      guard let kind = rest.first, kind == ">" || kind == "<" else { continue }
      found.append(rest.dropFirst().prefix { $0 != "}" }.filter { !$0.isWhitespace })
    }
    return found
  }
}
