import Figures
import Foundation
import Testing

@Suite("Lines in SVG")
struct PathTests {
  /// The corners that a path's `M`, `l`, `h` and `v` lead to.
  private func corners(_ path: Substring) -> [Point] {
    var corners: [Point] = []
    var rest = path
    var command: Character = "M"
    func number() -> Double {
      rest = rest.drop { $0 == " " }
      let digits = String(rest.prefix(1) + rest.dropFirst().prefix { $0.isNumber || $0 == "." })
      rest = rest.dropFirst(digits.count)
      return Double(digits.replacing("-.", with: "-0.")) ?? .nan
    }
    while !rest.isEmpty {
      if let first = rest.first, first.isLetter {
        command = first
        rest = rest.dropFirst()
      }
      let last = corners.last ?? Point(0, 0)
      switch command {
      case "h": corners.append(Point(last.x + number(), last.y))
      case "v": corners.append(Point(last.x, last.y + number()))
      default:
        let x = number()
        corners.append(Point(last.x + x, last.y + number()))
      }
    }
    return corners
  }

  private func distance(_ point: Point, _ from: Point, _ to: Point) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = dx * dx + dy * dy
    let share = length == 0 ? 0 : min(1, max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length))
    return hypot(point.x - from.x - share * dx, point.y - from.y - share * dy)
  }

  private func drawn(_ points: [Point]) throws -> [Point] {
    var canvas = SVGCanvas()
    canvas.draw(.line(points, Stroke(.ink, 1)))
    let element = canvas.element(id: "a", size: Size(400, 400), title: "", words: "")
    let path = try #require(element.firstMatch(of: /\ d="([^"]*)"/)).output.1
    return corners(path)
  }

  @Test("pass within a tenth of every point, through fewer corners, whatever the curve", arguments: 0..<20)
  func close(curve: Int) throws {
    let points = (0..<400).map { place in
      let x = Double(place)
      let wave = sin(x / Double(5 + curve)) * Double(curve) + (curve % 3 == 0 ? Double(place / 40) * 7 : 0)
      return Point(x * (curve % 2 == 0 ? 1 : 0.37), 200 - x / 3 + wave)
    }
    let corners = try drawn(points)
    #expect(corners.count < points.count && corners.count > 1)
    let worst = points.map { point in
      zip(corners, corners.dropFirst()).map { distance(point, $0, $1) }.min() ?? .infinity
    }
    #expect(try #require(worst.max()) < 0.15)
    let ends = try [#require(corners.first), #require(corners.last)]
    for (end, point) in zip(ends, [points[0], points[399]]) {
      #expect(abs(end.x - point.x) < 0.051 && abs(end.y - point.y) < 0.051)
    }
  }

  @Test("keep every corner of a staircase and of a line that turns back")
  func corners() throws {
    let stairs = (0..<60).map { place -> Point in
      let (right, down) = ((place + 1) / 2 * 5, place / 2 * 4)
      return Point(Double(right), Double(down))
    }
    #expect(try drawn(stairs) == stairs)
    let back = (0..<40).map { place -> Point in Point(Double(20 - abs(20 - place)), 3) }
    #expect(try drawn(back).contains { $0.x == 20 })
  }

  @Test("are told in as few letters as there are")
  func short() {
    var canvas = SVGCanvas()
    canvas.draw(.line([Point(1, 2), Point(1.5, 2), Point(1.5, 1.6), Point(3, 4), Point(4, 3.5)], Stroke(.ink, 1)))
    #expect(
      canvas.element(id: "a", size: Size(9, 9), title: "", words: "").contains("d=\"M1 2h.5v-.4l1.5 2.4 1-.5\""))
  }
}
