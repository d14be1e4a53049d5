import Foundation
import FoundationXML

/// Refuses a logo that is more than a drawing; it is never cleaned, so that what is shown is what was given.
///
/// The page shows logos as images, where no script runs; a PDF program or a later reader need not be so careful.
enum LogoCheck {
  private static let elements: Set<String> = [
    "svg", "title", "desc", "metadata", "g", "defs", "symbol", "use", "style", "path", "rect", "circle", "ellipse",
    "line", "polyline", "polygon", "text", "tspan", "clipPath", "mask", "pattern", "marker", "linearGradient",
    "radialGradient", "stop",
  ]
  private static let space = "http://www.w3.org/2000/svg"

  /// - Throws: ``BrandError/unsafeLogo(file:problem:)``.
  static func check(_ data: Data, file: String) throws(BrandError) {
    guard let text = String(data: data, encoding: .utf8) else { throw .unreadable(file: file) }
    if let problem = declaration(in: text) ?? drawing(data) { throw .unsafeLogo(file: file, problem: problem) }
  }

  /// Types and entities are declared before a parser could be told not to follow them.
  private static func declaration(in text: String) -> String? {
    let lower = text.lowercased()
    if lower.contains("<!doctype") || lower.contains("<!entity") {
      return "it declares a document type: save it as plain SVG without one"
    }
    if lower.contains("<?xml-stylesheet") {
      return "it names a style sheet outside itself: put the colours on the shapes"
    }
    return nil
  }

  private static func drawing(_ data: Data) -> String? {
    let parser = XMLParser(data: data)
    let reader = Reader()
    parser.delegate = reader
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    let isWhole = parser.parse()
    if let problem = reader.problem { return problem }
    guard isWhole else { return "it is not well-formed XML: save it as plain SVG" }
    return reader.depth == 0 && reader.isDrawing ? nil : "it is no SVG drawing"
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var problem: String?
    var depth = 0
    var isDrawing = false
    private var styles: String?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI space: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      defer { depth += 1 }
      // Editors leave notes in spaces of their own, which nothing shows.
      guard space == nil || space == LogoCheck.space else {
        return refuse(depth == 0 ? "it is no SVG drawing" : nil, parser)
      }
      if depth == 0 {
        isDrawing = name == "svg"
        if !isDrawing { return refuse("it is no SVG drawing", parser) }
        if !attributes.keys.contains("viewBox") { return refuse("it has no viewBox: add one", parser) }
      }
      guard LogoCheck.elements.contains(name) else {
        return refuse("it holds <\(name.prefix(20))>: take it out", parser)
      }
      if name == "style" { styles = "" }
      for (key, value) in attributes { refuse(LogoCheck.complaint(key.lowercased(), value.lowercased()), parser) }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { styles?.append(text) }

    func parser(_ parser: XMLParser, foundCDATA data: Data) { styles?.append(String(decoding: data, as: UTF8.self)) }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      depth -= 1
      guard name == "style", let text = styles?.lowercased() else { return }
      styles = nil
      refuse(LogoCheck.outside(text) ? "its style leads outside the file: take that out" : nil, parser)
    }

    private func refuse(_ problem: String?, _ parser: XMLParser) {
      guard let problem, self.problem == nil else { return }
      self.problem = problem
      parser.abortParsing()
    }
  }

  private static func complaint(_ name: String, _ value: String) -> String? {
    if name.hasPrefix("on") { return "it has an event attribute, \(name.prefix(20)): take it out" }
    let isReference = name == "href" || name.hasSuffix(":href") || name == "src"
    if isReference && !value.hasPrefix("#") { return "it leads outside the file by \(name.prefix(20)): take that out" }
    return outside(value) ? "its attribute \(name.prefix(20)) leads outside the file: take that out" : nil
  }

  /// Whether a style names anything but a part of the same file; an escape could spell what is not seen here.
  private static func outside(_ style: String) -> Bool {
    let isForeign = style.components(separatedBy: "url(").dropFirst().contains { address in
      !address.drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }.hasPrefix("#")
    }
    return isForeign || style.contains("@import") || style.contains("\\") || style.contains("javascript:")
  }
}
