import Study

/// A template's fixed words, told from its markup: what a catalogue lists and a translation stands in the place of.
///
/// A message is the longest run within a line without tags of blocks: whole sentences, with the values, the conditions
/// and the inline tags in them. Labels of elements for those who hear a page are messages too.
struct TemplateMessages {
  private let parts: [Part]

  private enum Part {
    case message(String)
    case markup(String)
  }

  /// Tags that stand within a sentence.
  private static let inline: Set<String> = [
    "strong", "em", "bdi", "a", "code", "abbr", "sub", "sup", "b", "i", "br", "time",
  ]
  /// Elements whose content is no wording.
  private static let raw: Set<String> = ["pre", "style", "script"]

  init(_ template: String) {
    var (parts, run, within): ([Part], [Substring], String?) = ([], [], nil)
    for token in template.matches(of: Self.token).map(\.output) {
      let tag = Self.tag(token)
      if let element = within {
        parts.append(.markup(String(token)))
        if tag?.name == element, tag?.closes == true { within = nil }
      } else if token != "\n", tag.map({ Self.inline.contains($0.name) && !token.contains(Self.label) }) ?? true {
        run.append(token)
      } else {
        parts += Self.messages(of: run) + [.markup(String(token))]
        run = []
        if let tag, Self.raw.contains(tag.name), !tag.closes { within = tag.name }
      }
    }
    self.parts = parts + Self.messages(of: run)
  }

  /// As catalogues list them, in their order.
  var all: [String] {
    parts.flatMap { part in
      switch part {
      case .message(let text): [Self.trimmed(text)].filter(Self.hasWords).map(String.init)
      case .markup(let tag): tag.matches(of: Self.label).map { String($0.value) }.filter { Self.hasWords($0[...]) }
      }
    }
  }

  /// The template with each message in another language.
  func said(in language: Language) -> String {
    parts.map { part in
      switch part {
      case .message(let text):
        let core = Self.trimmed(text)
        guard let wording = language.messages[String(core)] else { return text }
        return text[..<core.startIndex] + wording + text[core.endIndex...]
      case .markup(let tag):
        return tag.replacing(Self.label) { label in
          let wording = language.messages[String(label.value)]?.replacing("\"", with: "&quot;")
          return "\(label.name)=\"\(wording ?? String(label.value))\""
        }
      }
    }.joined()
  }

  // Computed: a regular expression may not be shared between threads.
  private static var token: Regex<Substring> {
    /\{\{\{(?s:.*?)\}\}\}|\{\{(?s:.*?)\}\}|<(?:"[^"]*"|[^>"])*>|\n|[^<\{\n]+|[<\{]/
  }
  private static var label: Regex<(Substring, name: Substring, value: Substring)> {
    /(?<name>aria-label|alt|title)="(?<value>[^"]*)"/
  }

  private static func tag(_ token: Substring) -> (name: String, closes: Bool)? {
    guard token.first == "<", token.count > 1 else { return nil }
    let closes = token.dropFirst().first == "/"
    let name = token.dropFirst(closes ? 2 : 1).prefix { $0.isLetter || $0.isNumber }.lowercased()
    return (name, closes || token.hasSuffix("/>"))
  }

  /// A run split at the tags that open or close outside it, which no wording may move.
  private static func messages(of run: [Substring]) -> [Part] {
    let odd = unpaired(run)
    var (parts, text): ([Part], String) = ([], "")
    for (place, token) in run.enumerated() {
      guard odd.contains(place) else {
        text += token
        continue
      }
      if !text.isEmpty { parts.append(.message(text)) }
      parts.append(.markup(String(token)))
      text = ""
    }
    return text.isEmpty ? parts : parts + [.message(text)]
  }

  private static func unpaired(_ run: [Substring]) -> Set<Int> {
    var (open, odd): ([(place: Int, name: String)], Set<Int>) = ([], [])
    for (place, token) in run.enumerated() {
      let name: String
      let closes: Bool
      if token.hasPrefix("{{"), let sign = token.dropFirst(2).first, "#^/".contains(sign) {
        name = token.dropFirst(3).prefix { $0 != "}" }.filter { !$0.isWhitespace }
        closes = sign == "/"
      } else if let tag = tag(token), tag.name != "br" {
        name = "<" + tag.name
        closes = tag.closes
      } else {
        continue
      }
      if !closes {
        open.append((place, name))
      } else if open.last?.name == name {
        open.removeLast()
      } else {
        odd.insert(place)
      }
    }
    return odd.union(open.map(\.place))
  }

  private static func trimmed(_ text: String) -> Substring {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? start
    return text[start..<end]
  }

  /// Whether a reader sees more of it than values and signs.
  private static func hasWords(_ text: Substring) -> Bool {
    let bare = text.replacing(/\{\{\{.*?\}\}\}|\{\{.*?\}\}|<[^>]*>|&[a-z#0-9]+;/, with: "")
    return bare.contains(/[A-Za-z]{2}/)
  }
}

extension TemplateFolder {
  /// The templates in the language spoken.
  var spoken: TemplateFolder {
    let language = Language.spoken
    var folder = self
    if !language.messages.isEmpty {
      folder.templates = templates.mapValues { TemplateMessages($0).said(in: language) }
      folder.printTemplates = printTemplates.mapValues { TemplateMessages($0).said(in: language) }
    }
    folder.templates[Self.languageName] = language.tag
    return folder
  }

  /// The template that names the language of a page.
  private static let languageName = "language"

  /// Every message of the templates, as catalogues list them.
  package var messages: Set<String> {
    var texts = templates
    texts[Self.languageName] = nil
    return Set((texts.map(\.value) + printTemplates.map(\.value)).flatMap { TemplateMessages($0).all })
  }
}
