/// A place on an axis and what stands there.
struct Tick: Equatable {
  let position: Double
  let words: String
}

extension TextMeasure {
  /// Leaves out ticks until no two names are nearer than `gap`: every second, every third ... counted from the end.
  func thinned(_ ticks: [Tick], _ font: Font, gap: Double = 10) throws(CanvasError) -> [Tick] {
    var widths: [Double] = []
    for tick in ticks { widths.append(try width(tick.words, font)) }
    for step in 1...max(1, ticks.count) {
      let kept = ticks.indices.filter { (ticks.count - 1 - $0) % step == 0 }
      let clear = zip(kept, kept.dropFirst()).allSatisfy { one, next in
        ticks[next].position - ticks[one].position >= (widths[one] + widths[next]) / 2 + gap
      }
      if clear { return kept.map { ticks[$0] } }
    }
    return ticks.suffix(1)
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
