import Findings
import Study

extension TradeoffSheet {
  /// A label of one or two lines.
  private struct Words {
    let lines: [(string: String, font: Font, ink: Ink)]
    let size: Size
  }

  /// The most important first: the chosen setting, no defence, what is not beaten, the rest.
  mutating func names() throws(CanvasError) {
    for setting in figure.settings.filter(\.isChosen) + figure.settings.filter({ $0.series == nil }) {
      try name(setting)
    }
    try nameLines()
    for setting in figure.settings where !setting.isChosen && setting.series != nil && !setting.isBeaten {
      try name(setting)
    }
    for setting in figure.settings where !setting.isChosen && setting.series != nil && setting.isBeaten {
      try name(setting)
    }
  }

  /// Above this a label is more in the way than of use: two leaders across other lines.
  private static let mostCost = 95.0

  private mutating func name(_ setting: TradeoffFigure.Setting) throws(CanvasError) {
    let centre = place(setting)
    let wordings = try wordings(of: setting)
    let strong = setting.isStrong
    for (index, words) in wordings.enumerated() {
      // The two that the title speaks of are named at any cost but overprinting.
      let most = strong && index == wordings.count - 1 ? .infinity : Self.mostCost
      let candidates = LabelPlacer.around(centre, radius: Self.radius(setting), size: words.size)
      guard let index = placer.place(candidates, most: most) else { continue }
      let chosen = candidates[index]
      named.insert(setting.family)
      if let leader = chosen.leader {
        let length =
          ((leader.to.x - centre.x) * (leader.to.x - centre.x)
          + (leader.to.y - centre.y) * (leader.to.y - centre.y)).squareRoot()
        let gap = min(1, (Self.radius(setting) + 2) / max(length, 1))
        let from = Point(
          centre.x + gap * (leader.to.x - centre.x), centre.y + gap * (leader.to.y - centre.y))
        drawing.line([from, leader.to], Stroke(.ink3, 0.75))
      }
      let flush = chosen.box.left >= centre.x - 1 || chosen.leader != nil && chosen.box.right > centre.x
      for (line, words) in words.lines.enumerated() {
        drawing.text(
          words.string,
          at: Point(flush ? chosen.box.left : chosen.box.right, chosen.box.top + 10.5 + 14 * Double(line)),
          anchor: flush ? .start : .end, words.font, words.ink, halo: true)
      }
      return
    }
  }

  /// From the fullest to the shortest: what has no room as a whole may have some as a part.
  private func wordings(of setting: TradeoffFigure.Setting) throws(CanvasError) -> [Words] {
    let ink = setting.series.map(Ink.label) ?? .ink
    let strong = setting.isStrong
    let title = Font(strong ? 12 : 11, strong || isFamily(setting) ? .semibold : .medium)
    // The first of a family that finds room carries its whole name.
    let name = (!named.contains(setting.family) ? setting.name : setting.short, title, ink)
    let values = figure.values(of: setting).map { ($0, Font(11), Ink.ink2) }
    let wanted = strong ? values.map { [name, $0] } + [[name]] : [[name]]
    var wordings: [Words] = []
    for lines in wanted {
      var width = 0.0
      for line in lines { width = max(width, try measure.width(line.0, line.1)) }
      wordings.append(Words(lines: lines, size: Size(width, lines.count == 1 ? 12.5 : 26)))
    }
    return wordings
  }

  private func isFamily(_ setting: TradeoffFigure.Setting) -> Bool {
    figure.settings.filter { $0.family == setting.family }.count > 1
  }

  /// The floor and the coin toss, in place.
  private mutating func nameLines() throws(CanvasError) {
    let height = y(TradeoffFigure.floor)
    for words in [say("95 % floor: below it the model no longer serves its purpose"), say("95 % floor")] {
      if try nameLine(
        words, Self.axisFontSmall, .warn,
        at: [
          Point(x.to, height + 15), Point(x.from + 6, height + 15), Point(x.to, height - 6),
          Point(x.from + 6, height - 6),
        ])
      {
        break
      }
    }
    let across = x(figure.nothing)
    for words in figure.nothingNames {
      if try nameLine(
        words, Self.noteFont, .ink2,
        at: [
          Point(across + 6, y.from - 7), Point(across - 6, y.from - 7), Point(across + 6, y.to + 8),
          Point(across - 6, y.to + 8), Point(across + 6, (y.from + y.to) / 2), Point(across - 6, (y.from + y.to) / 2),
        ])
      {
        break
      }
    }
  }

  static var axisFontSmall: Font { Font(10.5, .medium) }

  /// Puts words at the best of some places; those right of the drawing's middle end there.
  private mutating func nameLine(
    _ words: String, _ font: Font, _ ink: Ink, at places: [Point]
  ) throws(CanvasError) -> Bool {
    var labels: [Label] = []
    var candidates: [LabelPlacer.Candidate] = []
    for (index, place) in places.enumerated() {
      // Every second place is on the other side of its line.
      for anchor in [Label.Anchor.start, .end] {
        let label = Label(words, at: place, anchor: anchor, font: font, ink: ink, halo: true)
        labels.append(label)
        candidates.append(.init(box: try measure.box(of: label), leader: nil, distance: 3 * Double(index)))
      }
    }
    guard let index = placer.place(candidates, most: 24) else { return false }
    drawing.text(labels[index])
    return true
  }

  /// The only key: filled and hollow.
  mutating func key() throws(CanvasError) {
    guard figure.settings.contains(where: \.isBeaten) else { return }
    let line = y.from + (form == .wide ? 37 : 56)
    var left = x.from + 4
    for (hollow, long, short) in [
      (false, say("on the frontier"), say("best")),
      (true, say("beaten by another setting on both counts"), say("beaten on both counts")),
    ] {
      let words = form == .wide ? long : short
      drawing.mark(.disc, Point(left, line - 4), radius: 5, .ink2, hollow: hollow)
      drawing.text(words, at: Point(left + 11, line), Self.noteFont, .ink2)
      left += 11 + (try measure.width(words, Self.noteFont)) + 24
    }
  }
}
