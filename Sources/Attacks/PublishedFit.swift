import Maths
import Study

/// The normals of the published likelihood-ratio program, kept to compare with it.
///
/// It cuts each record's signals on a side to the smallest number that any record has there, the first ones in the
/// order of the models, and centres at their median; deviations are about the mean, over their number.
struct PublishedFit {
  /// N normals of phi.
  let normals: [Normal]

  init(_ evidence: Evidence, side: SideFit.Side) throws(AttackError) {
    let wanted = side == .inside
    var counts = [Int](repeating: 0, count: evidence.records)
    for reference in evidence.references {
      if let record = reference.observation.phi.firstIndex(where: { !$0.isFinite }) { throw .notFinite(record: record) }
      for record in counts.indices where reference.trained(on: record) == wanted { counts[record] += 1 }
    }
    let size = counts.min() ?? 0
    guard size >= SideFit.needed else {
      throw .tooFewReferences(record: counts.firstIndex(of: size) ?? 0, found: size, needed: SideFit.needed)
    }
    normals = counts.indices.map { record in
      var signals: [Double] = []
      for reference in evidence.references where reference.trained(on: record) == wanted {
        signals.append(reference.observation.phi[record])
        if signals.count == size { break }
      }
      return Self.normal(signals)
    }
  }

  private static func normal(_ signals: [Double]) -> Normal {
    let count = Double(signals.count)
    let mean = signals.reduce(0, +) / count
    let squares = signals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let sorted = signals.sorted()
    let middle = sorted.count / 2
    let median = sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    return Normal(mean: median, deviation: (squares / count).squareRoot() + SideFit.floor)
  }
}
