import Foundation
import Study

/// How far a run is: a bar on a terminal, a line every few seconds elsewhere, on standard error.
actor Progress {
  enum Style { case silent, bar(colour: Bool), lines }

  private let style: Style
  private let cells: Int
  private let trainings: Int
  private var seen: Set<String> = []
  private var cellsDone = 0
  private var trained = 0
  private var fromStore = 0
  private var left: TimeLeft
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private var drawn = false

  /// - Parameter trainings: Models in all, stored ones included.
  init(style: Style, cells: Int, trainings: Int, left: TimeLeft) {
    self.style = style
    self.cells = cells
    self.trainings = trainings
    self.left = left
  }

  /// Counts a model once, however many cells use it.
  func note(_ key: String, stored: Bool) {
    guard seen.insert(key).inserted else { return }
    if stored { fromStore += 1 } else { trained += 1 }
    left.finish(key, worked: !stored)
    show(force: false)
  }

  func cellDone(_ cell: String) {
    cellsDone += 1
    left.finish(cell, worked: true)
    show(force: false)
  }

  /// Clears the bar so that other lines can be printed.
  func finish() {
    show(force: true)
    if case .bar = style, drawn { Console.write("") }
  }

  private func show(force: Bool) {
    let now = ContinuousClock.now
    let pause: Duration
    switch style {
    case .silent: return
    case .bar: pause = .milliseconds(100)
    case .lines: pause = .seconds(5)
    }
    if !force, let last, now - last < pause { return }
    if !force, last == nil, case .lines = style {
      last = now
      return
    }
    last = now
    drawn = true
    switch style {
    case .silent: break
    case .lines: Console.write(text)
    case .bar(let colour): draw(colour: colour)
    }
  }

  private func draw(colour: Bool) {
    let width = 24
    let share = trainings == 0 ? 1 : Double(trained + fromStore) / Double(trainings)
    let filled = Int(share * Double(width))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let painted = colour ? "\u{1B}[36m\(bar)\u{1B}[0m" : bar
    Console.draw("\(painted) \(text)")
  }

  /// `cells 3/27, models 96/640 (32 stored), 13 s left`.
  private var text: String {
    var text = "cells \(cellsDone)/\(cells), models \(trained + fromStore)/\(trainings)"
    if fromStore > 0 { text += " (\(fromStore) stored)" }
    let elapsed =
      Double((ContinuousClock.now - start).components.seconds)
      + Double((ContinuousClock.now - start).components.attoseconds) * 1e-18
    return text + ", " + Self.span(left.seconds(elapsed: elapsed)) + " left"
  }

  static func span(_ seconds: Double) -> String {
    switch seconds {
    case ..<90: "\(Int(seconds.rounded())) s"
    case ..<5_400: "\(Int((seconds / 60).rounded())) min"
    default: String(format: "%.1f h", seconds / 3_600)
    }
  }

  /// What suits standard error, given the flags and NO_COLOR.
  static func style(quiet: Bool, environment: [String: String]) -> Style {
    if quiet { return .silent }
    let plain = environment["TERM"] == "dumb"
    guard isatty(STDERR_FILENO) == 1, !plain else { return .lines }
    return .bar(colour: (environment["NO_COLOR"] ?? "").isEmpty)
  }
}
