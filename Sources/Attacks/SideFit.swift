import Maths
import Study

/// For each record, the centre and the spread of phi over the references on one side.
struct SideFit {
  /// Which references count for a record.
  enum Side { case inside, outside }

  /// N centres in nats.
  let centres: [Double]
  /// N deviations in nats, each about its record's mean, over the number of references (ddof 0); may be 0.
  let deviations: [Double]
  /// N numbers of references, each whole.
  let counts: [Double]
  /// The number of references of the record that has fewest.
  let fewest: Int
  /// The target's phi, N values in nats, on the grid of the centres.
  let target: [Double]

  /// Added to a deviation, so that references which all say the same still give finite scores.
  static let floor = 1e-30
  /// A deviation cannot be estimated from fewer references.
  static let needed = 2

  init(_ evidence: Evidence, _ moments: PhiMoments, side: Side, centre: Centre) throws(AttackError) {
    let wanted = side == .inside
    let own = wanted ? moments.inside : moments.outside
    fewest = own.fewest
    if fewest < Self.needed, let record = own.counts.firstIndex(where: { $0 < Double(Self.needed) }) {
      throw .tooFewReferences(record: record, found: Int(own.counts[record]), needed: Self.needed)
    }
    counts = own.counts
    deviations = own.deviations
    switch centre {
    case .mean:
      centres = own.means
      target = moments.target
    case .median:
      centres = Self.medians(evidence, wanted: wanted)
      target = evidence.target.phi
    }
  }

  /// The root mean square of all deviations of a signal from its record's mean.
  var residual: Double {
    var total = 0.0
    var all = 0.0
    for (deviation, count) in zip(deviations, counts) {
      total += deviation * deviation * count
      all += count
    }
    return all > 0 ? (total / all).squareRoot() : 0
  }

  /// The normals of all records.
  func normals(_ spread: Spread) -> Normals {
    Normals(means: centres, deviations: deviations(spread), floor: Self.floor)
  }

  private func deviations(_ spread: Spread) -> [Double] {
    switch spread {
    case .own: return deviations
    case .residual: return [Double](repeating: residual, count: centres.count)
    case .shrunk:
      let residual = residual
      let drawn = Spread.references * residual * residual
      return deviations.indices.map { index in
        let (own, count) = (deviations[index], counts[index])
        return ((count * own * own + drawn) / (count + Spread.references)).squareRoot()
      }
    }
  }

  /// The median of each record's signals; the mean of the two middle ones of an even number.
  private static func medians(_ evidence: Evidence, wanted: Bool) -> [Double] {
    var signals: [Double] = []
    signals.reserveCapacity(evidence.references.count)
    return (0..<evidence.records).map { record in
      signals.removeAll(keepingCapacity: true)
      for reference in evidence.references where reference.trained(on: record) == wanted {
        signals.append(reference.observation.phi[record])
      }
      signals.sort()
      let middle = signals.count / 2
      return signals.count.isMultiple(of: 2) ? (signals[middle - 1] + signals[middle]) / 2 : signals[middle]
    }
  }
}
