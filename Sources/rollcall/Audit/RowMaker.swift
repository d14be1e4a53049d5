import Maths
import Study

/// Makes of each record's answers what attacks need, so that the answers themselves need not be kept.
struct RowMaker: Sendable {
  private var confidence: [Double] = []
  private var logConfidence: [Double] = []
  /// Exact logits, or for probabilities the sum of the other classes, until the resolution is known.
  private var rest: [Double] = []
  private var isCorrect: [Bool] = []
  private var largest: [Double] = []
  private var negativeEntropy: [Double] = []
  private var negativeModifiedEntropy: [Double] = []
  /// For probabilities the largest of the other classes, until the resolution is known.
  private var hinge: [Double] = []
  /// The least argument of a logarithm of a probability.
  private static let floor = 1e-30
  /// So that both sides of an exact logit are finite.
  private static let exactFloor = 1e-45

  /// Records of which the label's probability is not told.
  private(set) var unknown = 0

  /// Whether each answer was right.
  var correct: [Bool] { isCorrect }

  /// One record's probabilities.
  mutating func add(probabilities p: UnsafeBufferPointer<Double>, label: Int) {
    var others = 0.0
    var (plain, modified) = (0.0, 0.0)
    for index in 0..<p.count {
      let log = Elementary.log(max(p[index], Self.floor))
      plain += p[index] * log
      if index == label {
        modified += (1 - p[index]) * log
      } else {
        others += p[index]
        modified += p[index] * Elementary.log(max(1 - p[index], Self.floor))
      }
    }
    let own = p[label]
    confidence.append(own)
    logConfidence.append(Elementary.log(max(own, Self.floor)))
    rest.append(others)
    negativeEntropy.append(plain)
    negativeModifiedEntropy.append(modified)
    let other = addRanks(p, label: label) { $0 }
    hinge.append(other)
  }

  /// One record's best probabilities, NaN where they are not told.
  ///
  /// What they leave undefined is kept as 0 and must not be read: the label's probability where ``unknown`` counts it, the
  /// entropies, and phi.
  mutating func add(best p: UnsafeBufferPointer<Double>, label: Int) {
    var best = -1
    var other = -Double.infinity
    for index in 0..<p.count where !p[index].isNaN {
      if best < 0 || p[index] > p[best] { best = index }
      if index != label { other = max(other, p[index]) }
    }
    let own = p[label]
    if own.isNaN { unknown += 1 }
    confidence.append(own.isNaN ? 0 : own)
    logConfidence.append(own.isNaN ? 0 : Elementary.log(max(own, Self.floor)))
    rest.append(0)
    negativeEntropy.append(0)
    negativeModifiedEntropy.append(0)
    isCorrect.append(best == label)
    largest.append(best < 0 ? 0 : p[best])
    // Nothing but the label is told where k is 1.
    hinge.append(other == -.infinity ? 0 : other)
  }

  /// One record's logits; `room` holds as many values.
  mutating func add(logits z: UnsafeBufferPointer<Double>, label: Int, room: inout [Double]) {
    room.removeAll(keepingCapacity: true)
    for index in 0..<z.count where index != label { room.append(z[index]) }
    let odds = z[label] - Elementary.logSumExp(room)
    // ln p = -ln(1 + e^-odds), from the side that does not overflow.
    let log = odds > 0 ? -Elementary.log1p(Elementary.exp(-odds)) : odds - Elementary.log1p(Elementary.exp(odds))
    confidence.append(Elementary.exp(log))
    logConfidence.append(log)
    rest.append(odds)
    let peak = z.reduce(-.infinity) { max($0, $1) }
    room.removeAll(keepingCapacity: true)
    var sum = 0.0
    for value in z {
      room.append(Elementary.exp(value - peak))
      sum += room[room.count - 1]
    }
    var (plain, modified) = (0.0, 0.0)
    for index in 0..<z.count {
      let p = room[index] / sum
      let log = Elementary.log(max(p, Self.floor))
      plain += p * log
      modified += index == label ? (1 - p) * log : p * Elementary.log(max(1 - p, Self.floor))
    }
    negativeEntropy.append(plain)
    negativeModifiedEntropy.append(modified)
    let other = addRanks(z, label: label) { _ in 1 / sum }
    hinge.append(z[label] - other)
  }

  /// One record's answer where nothing else is told.
  mutating func add(prediction: Int, label: Int) {
    isCorrect.append(prediction == label)
  }

  /// Adds whether the label is the likeliest, and the largest probability; the largest other answer is returned.
  private mutating func addRanks(
    _ answers: UnsafeBufferPointer<Double>, label: Int, peak: (Double) -> Double
  ) -> Double {
    var best = 0
    var other = -Double.infinity
    for index in 0..<answers.count {
      if answers[index] > answers[best] { best = index }
      if index != label { other = max(other, answers[index]) }
    }
    isCorrect.append(best == label)
    largest.append(peak(answers[best]))
    return other
  }

  /// What was added, for probabilities told as finely as `resolution`.
  consuming func observation(probabilitiesWithin resolution: Double) -> Observation {
    for index in rest.indices {
      let own = confidence[index]
      if resolution > 0 {
        let p = min(max(own, resolution), 1 - resolution)
        let other = min(max(hinge[index], resolution), 1 - resolution)
        rest[index] = Elementary.log(p) - Elementary.log(1 - p)
        hinge[index] = Elementary.log(p) - Elementary.log(other)
      } else {
        let log = Elementary.log(own + Self.exactFloor)
        rest[index] = log - Elementary.log(rest[index] + Self.exactFloor)
        hinge[index] = log - Elementary.log(hinge[index] + Self.exactFloor)
      }
    }
    return observation()
  }

  /// What was added of best probabilities told as finely as `resolution`.
  consuming func observation(bestWithin resolution: Double) -> Observation {
    for index in hinge.indices {
      if resolution > 0 {
        let p = min(max(confidence[index], resolution), 1 - resolution)
        let other = min(max(hinge[index], resolution), 1 - resolution)
        hinge[index] = Elementary.log(p) - Elementary.log(other)
      } else {
        hinge[index] =
          Elementary.log(confidence[index] + Self.exactFloor) - Elementary.log(hinge[index] + Self.exactFloor)
      }
    }
    return observation()
  }

  /// What was added, for logits.
  consuming func observation() -> Observation {
    Observation(
      confidence: confidence, logConfidence: logConfidence, phi: rest, maxConfidence: largest,
      entropy: negativeEntropy, modifiedEntropy: negativeModifiedEntropy, hinge: hinge, isCorrect: isCorrect)
  }

  /// What was added, for labels alone: other answers are not there and must not be read.
  consuming func labelsOnly() -> Observation {
    let nothing = [Double](repeating: 0, count: isCorrect.count)
    return Observation(
      confidence: nothing, logConfidence: nothing, phi: nothing, maxConfidence: nothing, entropy: nothing,
      modifiedEntropy: nothing, hinge: nothing, isCorrect: isCorrect)
  }
}
