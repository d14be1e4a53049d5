/// Writes marks as SVG: real text that can be found and read aloud, colours by token so that a page's theme applies.
public struct SVGCanvas: Canvas {
  private var body = ""

  public init() {}

  /// The `<svg>` element, for a page whose style sheet has the tokens and the weights `r`, `m`, `s`, `b`.
  ///
  /// Every id of the element begins with `id`, so that several can stand in one page; `words` say what the drawing
  /// shows to those who cannot see it.
  public func element(id: String, size: Size, title: String, words: String) -> String {
    opening(id: id, size: size, more: "") + named(id: id, title: title, words: words) + body + "</svg>"
  }

  /// A file of its own: carries its style sheet, light and dark.
  public func file(id: String, size: Size, title: String, words: String) -> String {
    let more = " width=\"\(Coordinate.tenths(size.width))\" height=\"\(Coordinate.tenths(size.height))\""
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + opening(id: id, size: size, more: more)
      + named(id: id, title: title, words: words) + "<style>\(Self.style)</style>"
      + "<rect width=\"100%\" height=\"100%\" fill=\"var(--bg)\"/>" + body + "</svg>\n"
  }

  private func opening(id: String, size: Size, more: String) -> String {
    let id = Self.escaped(id)
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"fig\" role=\"img\" stroke-linejoin=\"round\" "
      + "aria-labelledby=\"\(id)-title \(id)-words\" viewBox=\"0 0 \(Coordinate.tenths(size.width)) \(Coordinate.tenths(size.height))\""
      + "\(more)>"
  }

  private func named(id: String, title: String, words: String) -> String {
    let id = Self.escaped(id)
    return "<title id=\"\(id)-title\">\(Self.escaped(title))</title>"
      + "<desc id=\"\(id)-words\">\(Self.escaped(words))</desc>"
  }

  public mutating func draw(_ mark: Mark) {
    switch mark {
    case .line(let path, let stroke):
      body += "<path d=\"\(Self.path(path))\" fill=\"none\"\(Self.attributes(stroke))/>"
    case .area(let path, let fill, let rim):
      body += "<path d=\"\(Self.path(path))Z\"\(Self.attributes(fill, rim))/>"
    case .disc(let centre, let radius, let fill, let rim):
      body +=
        "<circle cx=\"\(Coordinate.tenths(centre.x))\" cy=\"\(Coordinate.tenths(centre.y))\" r=\"\(Coordinate.hundredths(radius))\""
      body += "\(Self.attributes(fill, rim))/>"
    case .rectangle(let box, let corner, let fill, let rim):
      body +=
        "<rect x=\"\(Coordinate.tenths(box.left))\" y=\"\(Coordinate.tenths(box.top))\" width=\"\(Coordinate.tenths(box.width))\""
      body += " height=\"\(Coordinate.tenths(box.height))\""
      if corner > 0 { body += " rx=\"\(Coordinate.tenths(corner))\"" }
      body += "\(Self.attributes(fill, rim))/>"
    case .text(let label): text(label)
    }
  }

  private mutating func text(_ label: Label) {
    body += "<text class=\"\(Self.weight(label.font))\(label.halo ? " halo" : "")\""
    if label.direction.y != 0 {
      let (x, y) = (label.direction.x, label.direction.y)
      let length = (x * x + y * y).squareRoot()
      func share(_ value: Double) -> String { Coordinate.decimal(value / length, places: 4, trimmed: true) }
      body += " transform=\"matrix(\(share(x)) \(share(y)) \(share(-y)) \(share(x))"
      body += " \(Coordinate.tenths(label.place.x)) \(Coordinate.tenths(label.place.y)))\""
    } else {
      body += " x=\"\(Coordinate.tenths(label.place.x))\" y=\"\(Coordinate.tenths(label.place.y))\""
    }
    body += " font-size=\"\(Coordinate.tenths(label.font.size))\" fill=\"var(--\(label.ink.token))\""
    if label.anchor != .start { body += " text-anchor=\"\(label.anchor.rawValue)\"" }
    body += ">\(Self.escaped(label.string))</text>"
  }

  private static func weight(_ font: Font) -> String {
    let display = font.face == .display ? "d " : ""
    switch font.weight {
    case .regular: return display + "r"
    case .medium: return display + "m"
    case .semibold: return display + "s"
    case .bold: return display + "b"
    }
  }

  /// Steps from point to point in tenths: half as long as places, and of no other precision, as the places are rounded
  /// and not the steps.
  private static func path(_ points: [Point]) -> String {
    var text = ""
    var (x, y, last) = (0, 0, Character(" "))
    let places = points.map { (x: Int(($0.x * 10).rounded()), y: Int(($0.y * 10).rounded())) }
    for (index, place) in Straightener.kept(of: places).enumerated() {
      let (nextX, nextY) = place
      defer { (x, y) = (nextX, nextY) }
      guard index > 0 else {
        text = "M\(step(nextX)) \(step(nextY))"
        continue
      }
      let (right, down) = (nextX - x, nextY - y)
      let command: Character = down == 0 ? "h" : right == 0 ? "v" : "l"
      guard right != 0 || down != 0 || points.count == 2 else { continue }
      let first = command == "v" ? step(down) : step(right)
      if command != last { text.append(command) } else if first.first != "-" { text += " " }
      text += first
      if command == "l" {
        let second = step(down)
        text += second.first == "-" ? second : " " + second
      }
      last = command
    }
    return text
  }

  /// Tenths as a number without what can be left out.
  private static func step(_ tenths: Int) -> String {
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return whole == 0 ? "\(sign).\(rest)" : "\(sign)\(whole).\(rest)"
  }

  private static func attributes(_ fill: Fill, _ rim: Stroke?) -> String {
    var text = " fill=\"var(--\(fill.ink.token))\""
    if fill.opacity != 1 { text += " fill-opacity=\"\(Coordinate.hundredths(fill.opacity))\"" }
    return text + (rim.map(attributes) ?? "")
  }

  private static func attributes(_ stroke: Stroke) -> String {
    var text = " stroke=\"var(--\(stroke.ink.token))\" stroke-width=\"\(Coordinate.hundredths(stroke.width))\""
    if stroke.opacity != 1 { text += " stroke-opacity=\"\(Coordinate.hundredths(stroke.opacity))\"" }
    if let dash = stroke.dash {
      text += " stroke-dasharray=\"\(Coordinate.tenths(dash.on)) \(Coordinate.tenths(dash.off))\""
    }
    return text
  }

  /// Text that cannot end an element or an attribute; characters that XML forbids become U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n", "\r": escaped += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// What a page gives to figures, for files that stand alone.
  private static let style: String = {
    func tokens(_ theme: Theme) -> String {
      Ink.all.map { "--\($0.token):\(theme.hex(of: $0))" }.joined(separator: ";")
    }
    return "svg.fig{\(tokens(.light))}@media(prefers-color-scheme:dark){svg.fig{\(tokens(.dark))}}"
      + "svg.fig text{font-family:Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums;letter-spacing:-.008em}"
      + "svg.fig .r{font-weight:400}svg.fig .m{font-weight:500}svg.fig .s{font-weight:600}svg.fig .b{font-weight:700}"
      + "svg.fig .d{font-family:'Inter Display',Inter,system-ui,sans-serif;letter-spacing:-.012em}"
      + "svg.fig .halo{paint-order:stroke;stroke:var(--bg);stroke-width:4px;stroke-linejoin:round}"
  }()
}
