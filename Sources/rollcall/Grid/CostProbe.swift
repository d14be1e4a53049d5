import Files
import Foundation
import Study
import Training

/// What one model of a cell takes on this machine, told from trainings on growing parts of a half: the whole of it where
/// that is quick.
///
/// The time of a training and that of its answers, which are always about all records, each grow as a power of the records
/// trained on, which the two largest sizes give; what is measured is kept in the store, for each recipe and machine.
struct CostProbe {
  let folder: URL

  /// Shares of a half, and the fewest records.
  private static let sizes = [(share: 1.0 / 16, least: 64), (share: 1.0 / 4, least: 160), (share: 1, least: 1)]
  /// Seconds that training on the next larger part may take, four times as large, and that answers may.
  private static let patience = 4.0
  /// Seconds below which a training is repeated: clocks are coarse and caches cold.
  private static let coarse = 0.005
  private static let file = "probes.json"

  private var place: URL { folder.appendingPathComponent(Self.file) }

  /// Processor seconds of one training, and of its answers about all records.
  struct Seconds: Codable {
    var training: Double
    var answers: Double
    var sum: Double { training + answers }
  }

  /// What a model of each cell takes, by the key of the cell's first unit.
  ///
  /// - Parameter tell: Told what is being timed.
  /// - Throws: `CancellationError`, ``Files/FileError``.
  func seconds(of cells: [(cell: Cell, study: StudyData, units: CellUnits)], tell: (String) -> Void) throws
    -> [String: Seconds]
  {
    var known = stored()
    var result: [String: Seconds] = [:]
    for (cell, study, units) in cells {
      try Task.checkCancellation()
      guard let unit = units.pool.first, let first = units.keys.first else { continue }
      let key = Digest.hex(of: Array("\(Provenance.Machine.current.processor) \(first)".utf8))
      if let seconds = known[key] {
        result[first] = seconds
        continue
      }
      tell("timing \(cell.id)")
      let seconds = measured(cell, study, unit)
      (known[key], result[first]) = (seconds, seconds)
      keep(known)
    }
    return result
  }

  /// What cannot be kept is timed again the next time.
  private func keep(_ known: [String: Seconds]) {
    guard (try? Store(folder: folder)) != nil else { return }
    if let bytes = try? CanonicalJSON.bytes(known) { try? AtomicFile.write(Data(bytes), to: place) }
  }

  private func stored() -> [String: Seconds] {
    guard let data = try? Data(contentsOf: place) else { return [:] }
    return (try? JSONDecoder().decode([String: Seconds].self, from: data)) ?? [:]
  }

  private func measured(_ cell: Cell, _ study: StudyData, _ unit: UnitRecipe) -> Seconds {
    let half = study.design.rows(ofModel: 0, in: study.design.membership)
    let learner = cell.learner(population: study.design.population)
    var points: [(records: Double, seconds: Seconds)] = []
    for size in Self.sizes {
      let count = min(half.count, max(size.least, Int(size.share * Double(half.count))))
      // Spread over the half, so that classes are those of all.
      let rows = (0..<count).map { half[$0 * half.count / count] }
      guard learner.obstacle(to: study.loaded.records, members: count) == nil,
        let seconds = time(learner, study, rows, unit)
      else { continue }
      points.append((Double(count), seconds))
      if 4 * seconds.training > Self.patience || seconds.answers > Self.patience || count == half.count { break }
    }
    guard let last = points.last else {
      return time(learner, study, half, unit) ?? Seconds(training: 0, answers: 0)
    }
    let before = points.dropLast().last ?? last
    func grown(_ part: KeyPath<Seconds, Double>, atLeast least: Double) -> Double {
      let growth = log(last.seconds[keyPath: part] / before.seconds[keyPath: part]) / log(last.records / before.records)
      return last.seconds[keyPath: part]
        * pow(Double(half.count) / last.records, growth.isFinite ? min(2, max(least, growth)) : 1)
    }
    // What does not grow with the records flattens small sizes: training takes never less than in proportion.
    return Seconds(training: grown(\.training, atLeast: 1), answers: grown(\.answers, atLeast: 0))
  }

  /// Nil where it fails.
  private func time(_ learner: any Learner, _ study: StudyData, _ rows: [Int], _ unit: UnitRecipe) -> Seconds? {
    var best: Seconds?
    for _ in 0..<3 {
      let start = ThreadClock.seconds
      guard let model = try? learner.train(on: study.loaded.records, rows: rows, recipe: unit.recipe, seed: 1) else {
        return nil
      }
      let trained = ThreadClock.seconds
      _ = model.signal(for: study.loaded.records)
      let seconds = Seconds(
        training: max(1e-6, trained - start), answers: max(1e-6, ThreadClock.seconds - trained))
      if best.map({ seconds.sum < $0.sum }) ?? true { best = seconds }
      if seconds.sum > Self.coarse { break }
    }
    return best
  }
}
