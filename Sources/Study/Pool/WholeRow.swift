import Maths

/// What one model says about one record, made of its C answers; ``Observation`` says what each part means.
struct WholeRow {
  let confidence: Double
  let logConfidence: Double
  let phi: Double
  let maxConfidence: Double
  let entropy: Double
  let modifiedEntropy: Double
  let hinge: Double
  let isCorrect: Bool

  /// Smaller than any probability that a Float holds, so that the logarithm of 0 is finite.
  static let floor = 1e-45
  /// The least argument of a logarithm in the entropies, by which published programs keep 0 ln 0 at 0.
  static let entropyFloor = 1e-30
  private static let logEntropyFloor = Elementary.log(entropyFloor)

  /// From unnormalised answers in nats: nothing is clipped but the logarithms of the entropies.
  init(logits: UnsafeBufferPointer<Float>, label: Int) {
    let own = Double(logits[label])
    let top = Peaks(logits, label: label)
    var rest = 0.0
    for (column, logit) in logits.enumerated() where column != label {
      rest += Elementary.exp(Double(logit) - top.other)
    }
    phi = logits.count > 1 ? own - (top.other + Elementary.log(rest)) : -Self.logEntropyFloor
    // ln p = -ln(1 + e^-phi), from the side that does not overflow.
    logConfidence = phi > 0 ? -Elementary.log1p(Elementary.exp(-phi)) : phi - Elementary.log1p(Elementary.exp(phi))
    confidence = Elementary.exp(logConfidence)
    let others = Elementary.exp(logConfidence - phi)
    let norm = own - logConfidence
    var plain = confidence * max(logConfidence, Self.logEntropyFloor)
    var modified = others * max(logConfidence, Self.logEntropyFloor)
    for (column, logit) in logits.enumerated() where column != label {
      let log = Double(logit) - norm
      let p = Elementary.exp(log)
      plain += p * max(log, Self.logEntropyFloor)
      modified += p * max(Elementary.log1p(-p), Self.logEntropyFloor)
    }
    entropy = plain
    modifiedEntropy = modified
    isCorrect = top.first == label
    maxConfidence = isCorrect ? confidence : Elementary.exp(top.other - norm)
    hinge = logits.count > 1 ? own - top.other : phi
  }

  /// From probabilities or shares of votes that are told to `resolution`.
  init<Answers: RandomAccessCollection>(probabilities p: Answers, label: Int, resolution: Double)
  where Answers.Element: BinaryFloatingPoint, Answers.Index == Int {
    let own = Double(p[label])
    let top = Peaks(p, label: label)
    confidence = own
    logConfidence = Elementary.log(max(own, Self.floor))
    var rest = 0.0
    var plain = own * Elementary.log(max(own, Self.entropyFloor))
    var modified = (1 - own) * Elementary.log(max(own, Self.entropyFloor))
    for (column, other) in p.enumerated() where column != label {
      let other = Double(other)
      rest += other
      guard other != 0 else { continue }
      plain += other * Elementary.log(max(other, Self.entropyFloor))
      modified += other * Elementary.log(max(1 - other, Self.entropyFloor))
    }
    entropy = plain
    modifiedEntropy = modified
    if resolution > 0 {
      let clipped = min(max(own, resolution), 1 - resolution)
      phi = Elementary.log(clipped) - Elementary.log(1 - clipped)
      let other = min(max(top.other, resolution), 1 - resolution)
      hinge = Elementary.log(clipped) - Elementary.log(other)
    } else {
      phi = Elementary.log(own + Self.floor) - Elementary.log(rest + Self.floor)
      hinge = Elementary.log(own + Self.floor) - Elementary.log(max(top.other, 0) + Self.floor)
    }
    isCorrect = top.first == label
    maxConfidence = max(own, top.other)
  }
}

/// Where a row is largest.
private struct Peaks {
  /// The largest answer but the label's; minus infinity where there is no other.
  let other: Double
  /// The column of the largest answer, of equal ones the first.
  let first: Int

  init<Answers: RandomAccessCollection>(_ answers: Answers, label: Int)
  where Answers.Element: BinaryFloatingPoint, Answers.Index == Int {
    var other = -Double.infinity
    var first = answers.startIndex
    for (column, answer) in answers.enumerated() {
      if answer > answers[first] { first = column }
      if column != label { other = max(other, Double(answer)) }
    }
    self.other = other
    self.first = first
  }
}
