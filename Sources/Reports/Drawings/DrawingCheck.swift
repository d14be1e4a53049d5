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

  private typealias Bytes = ArraySlice<UInt8>

  private static func balanced(_ svg: String) throws(Refusal) {
    var open: [String] = []
    var isEnded = false
    var rest = Array(svg.utf8)[...]
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

  private static func checkText(_ text: Bytes, isInside: Bool) throws(Refusal) {
    guard isInside || text.allSatisfy({ [0x20, 0x0A].contains($0) }) else {
      throw Refusal(problem: "there is text outside <svg>")
    }
  }

  /// The first `>` that stands outside quotation marks.
  private static func tagEnd(_ text: Bytes) -> Int? {
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
    var rest = Array(tag.utf8)[...]
    let letters = rest.prefix(while: isLetter)
    let name = String(decoding: letters, as: UTF8.self)
    guard elements.contains(name), (parent == nil) == (name == "svg") else {
      throw Refusal(problem: "<\(tag.prefix(20))> is not allowed there")
    }
    if let parent, textOnly.contains(parent) { throw Refusal(problem: "<\(parent)> may hold text only") }
    rest = rest[letters.endIndex...].drop(while: isSpace)
    while let first = rest.first, first != UInt8(ascii: "/") {
      let key = rest.prefix(while: isName)
      var value = rest[key.endIndex...]
      guard !key.isEmpty, value.popFirst() == UInt8(ascii: "="), value.popFirst() == UInt8(ascii: "\""),
        let end = value.firstIndex(of: UInt8(ascii: "\""))
      else { throw Refusal(problem: "<\(name)> has an attribute that is not written name=\"value\"") }
      try checkAttribute(String(decoding: key, as: UTF8.self).lowercased(), value[..<end])
      rest = value[value.index(after: end)...].drop(while: isSpace)
    }
    guard rest.isEmpty || rest.elementsEqual("/".utf8) else {
      throw Refusal(problem: "<\(name)> is not well formed")
    }
    return name
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z": true
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case " ", "\t", "\n", "\r": true
    default: false
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "0"..."9", "-", ":", "_": true
    default: isLetter(byte)
    }
  }

  /// Numbers and the letters of paths, which spell nothing else: almost all of a drawing.
  private static func isGeometry(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "0"..."9", " ", ".", ",", "-", "M", "L", "H", "V", "Z", "m", "l", "h", "v", "z": true
    default: false
    }
  }

  /// Whether it refers to anything but a part of the drawing.
  private static func leadsOutside(_ text: [UInt8]) -> Bool {
    text.indices.contains { index in
      text[index] == UInt8(ascii: "(") && text[..<index].suffix(3).elementsEqual("url".utf8)
        && text[(index + 1)...].first != UInt8(ascii: "#")
    }
  }

  private static func isEncoded(_ text: [UInt8]) -> Bool {
    text.contains(UInt8(ascii: "&"))
      && entities.reduce(String(decoding: text, as: UTF8.self)) { $0.replacing($1, with: "") }.contains("&")
  }

  private static func checkAttribute(_ name: String, _ bytes: Bytes) throws(Refusal) {
    let isReference = name == "href" || name.hasSuffix(":href") || name == "src"
    let isForbidden = name.hasPrefix("on") || name == "style"
    if !isForbidden, !isReference, bytes.allSatisfy(isGeometry) { return }
    let text = Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    if isForbidden || bytes.contains(UInt8(ascii: "<")) || isEncoded(text) || leadsOutside(text)
      || (isReference && bytes.first != UInt8(ascii: "#"))
    {
      throw Refusal(problem: "attribute \(name) is not allowed with that value")
    }
  }
}
