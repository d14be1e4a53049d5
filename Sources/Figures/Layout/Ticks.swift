/// A place on an axis and what stands there.
struct Tick: Equatable {
  let position: Double
  let words: String
}

extension TextMeasure {
  /// The first of several choices whose names are all `gap` or more apart; of the last only what has room, counted from
  /// the end.
  func fitting(_ choices: [[Tick]], _ font: Font, gap: Double = 10) throws(CanvasError) -> [Tick] {
    for ticks in choices where try areClear(ticks, font, gap) { return ticks }
    let last = choices.last ?? []
    for step in 2...max(2, last.count) {
      let kept = last.indices.filter { (last.count - 1 - $0) % step == 0 }.map { last[$0] }
      if try areClear(kept, font, gap) { return kept }
    }
    return last.suffix(1)
  }

  private func areClear(_ ticks: [Tick], _ font: Font, _ gap: Double) throws(CanvasError) -> Bool {
    for (one, next) in zip(ticks, ticks.dropFirst()) {
      let widths = try width(one.words, font) + width(next.words, font)
      if abs(next.position - one.position) < widths / 2 + gap { return false }
    }
    return true
  }

  /// Breaks a text into lines no wider than `width`, at spaces where it can, within words where it must.
  func wrapped(_ text: String, _ font: Font, width limit: Double) throws(CanvasError) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if try width(longer, font) <= limit {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in word {
        if !line.isEmpty, try width(line + String(character), font) > limit {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
