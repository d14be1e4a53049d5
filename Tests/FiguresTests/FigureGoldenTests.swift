import Figures
import Findings
import Foundation
import Testing

/// What figures draw, mark by mark, against files that a reviewer can read.
@Suite("Figures draw what they drew before")
struct FigureGoldenTests {
  @Test(
    "One figure of each kind, wide and narrow",
    arguments: ["german_credit-forest-none-roc", "matrix", "german_credit-forest-tradeoff"])
  func marks(id: String) throws {
    let figures =
      allFigures(in: MadeUp.findings([MadeUp.german], MadeUp.defences)).filter { type(of: $0).kind != "matrix" }
      + MatrixFigure.all(in: MadeUp.grid)
    let figure = try #require(figures.first { $0.caption.id == id })
    let renderer = try Renderer()
    for (form, name) in [(Form.wide, "wide"), (.narrow, "narrow")] {
      var canvas = RecordingCanvas()
      let drawing = try figure.drawing(form, renderer.measure)
      for mark in drawing.marks { canvas.draw(mark) }
      let head =
        ["size \(drawing.size.width) \(drawing.size.height)"] + [figure.caption.title, figure.caption.subtitle]
      let text = (head + [figure.caption.source, figure.caption.words] + canvas.lines).joined(separator: "\n") + "\n"
      try Golden.check(text, "\(type(of: figure).kind)-\(name).txt")
    }
  }
}

/// Files that hold what was right once.
enum Golden {
  /// Compares with a golden file; with `ROLLCALL_RECORD=1` writes it beside this source and fails.
  static func check(_ text: String, _ name: String) throws {
    if ProcessInfo.processInfo.environment["ROLLCALL_RECORD"] == "1" {
      try Data(text.utf8).write(to: source(name))
      Issue.record("recorded \(name)")
      return
    }
    let stored = try String(decoding: bytes(name), as: UTF8.self)
    let lines = text.split(separator: "\n")
    let expected = stored.split(separator: "\n")
    for (line, pair) in zip(lines, expected).enumerated() where pair.0 != pair.1 {
      Issue.record("\(name), line \(line + 1): '\(pair.0)' was '\(pair.1)'")
      return
    }
    #expect(lines.count == expected.count, "\(name)")
  }

  static func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: Bundle.module.bundleURL.appendingPathComponent("Golden/\(name)"))
  }

  static func source(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
  }
}
