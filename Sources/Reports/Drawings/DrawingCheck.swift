/// Refuses a drawing that holds more than marks and text: it is put into the page as it is.
package enum DrawingCheck {
  private static let elements: Set<String> = [
    "svg", "title", "desc", "g", "defs", "clipPath", "pattern", "marker", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon", "text", "tspan", "use",
  ]
  /// Their content is text alone; a browser reads tags within them as those of the page.
  private static let textOnly: Set<String> = ["title", "desc"]

  /// All that escaping makes; any other could spell a reference that is not seen here.
  private static let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&apos;"]

  /// Reads a drawing to its end.
  ///
  /// - Throws: ``ReportError/unsafeDrawing(figure:problem:)`` unless it is one `<svg>` of known elements, balanced,
  ///   without event attributes, styles or references to anything outside itself.
  package static func check(_ svg: String, figure: String) throws(ReportError) {
    do throws(Refusal) {
      try balanced(svg)
    } catch {
      throw .unsafeDrawing(figure: figure, problem: error.problem)
    }
  }

  private struct Refusal: Error { let problem: String }

  private static func balanced(_ svg: String) throws(Refusal) {
    var open: [String] = []
    var isEnded = false
    var rest = svg[...].utf8
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      try checkText(rest[..<start], isInside: !open.isEmpty)
      guard let end = tagEnd(rest[start...]) else { throw Refusal(problem: "a tag is not closed") }
      let tag = String(decoding: rest[rest.index(after: start)..<end], as: UTF8.self)
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { throw Refusal(problem: "<\(tag)> closes nothing") }
        isEnded = open.isEmpty
      } else {
        guard !isEnded else { throw Refusal(problem: "something follows </svg>") }
        let name = try checkTag(tag, inside: open.last)
        if !tag.hasSuffix("/") { open.append(name) } else { isEnded = open.isEmpty }
      }
    }
    try checkText(rest, isInside: false)
    guard open.isEmpty, isEnded else { throw Refusal(problem: "it is no closed <svg> element") }
  }

  private static func checkText(_ text: Substring.UTF8View, isInside: Bool) throws(Refusal) {
    guard isInside || text.allSatisfy({ [0x20, 0x0A].contains($0) }) else {
      throw Refusal(problem: "there is text outside <svg>")
    }
  }

  /// The first `>` that stands outside quotation marks.
  private static func tagEnd(_ text: Substring.UTF8View) -> Substring.UTF8View.Index? {
    var quote: UInt8?
    for index in text.indices {
      let byte = text[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return nil
  }

  /// Checks one opening tag and returns its name.
  private static func checkTag(_ tag: String, inside parent: String?) throws(Refusal) -> String {
    let name = String(tag.prefix { $0.isASCII && $0.isLetter })
    guard elements.contains(name), (parent == nil) == (name == "svg") else {
      throw Refusal(problem: "<\(tag.prefix(20))> is not allowed there")
    }
    if let parent, textOnly.contains(parent) { throw Refusal(problem: "<\(parent)> may hold text only") }
    var attributes = tag.dropFirst(name.count).drop(while: \.isWhitespace)
    while let first = attributes.first, first != "/" {
      let key = attributes.prefix { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "-:_".contains($0) }
      attributes = attributes.dropFirst(key.count)
      guard !key.isEmpty, attributes.hasPrefix("=\""),
        let end = attributes.dropFirst(2).firstIndex(of: "\"")
      else { throw Refusal(problem: "<\(name)> has an attribute that is not written name=\"value\"") }
      try checkAttribute(key.lowercased(), attributes[attributes.index(attributes.startIndex, offsetBy: 2)..<end])
      attributes = attributes[attributes.index(after: end)...].drop(while: \.isWhitespace)
    }
    guard attributes.isEmpty || attributes == "/" else { throw Refusal(problem: "<\(name)> is not well formed") }
    return name
  }

  private static func checkAttribute(_ name: String, _ value: Substring) throws(Refusal) {
    let isReference = name == "href" || name.hasSuffix(":href") || name == "src"
    let text = value.lowercased()
    let isOutside = text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst()
      .contains { !$0.hasPrefix("#") }
    // A quotation mark with an accent does not end a value for Swift, but it does for a browser.
    let breaksOut = value.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\"") }
    let isEncoded = entities.reduce(text) { $0.replacing($1, with: "") }.contains("&")
    if name.hasPrefix("on") || name == "style" || breaksOut || isEncoded || isOutside
      || (isReference && !value.hasPrefix("#"))
    {
      throw Refusal(problem: "attribute \(name) is not allowed with that value")
    }
  }
}
