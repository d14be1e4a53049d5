import Foundation
import Study
import Training

/// What a plan will take on this machine.
struct PlanCost {
  /// Seconds of one core, by the key of a unit that is to be trained.
  private(set) var training: [String: Double] = [:]
  /// Seconds of one core for attacks, redraws, audits and walks along the boundary, by cell.
  private(set) var scoring: [String: Double] = [:]
  /// Seconds of one core for reading the datasets, and for figures and report.
  private(set) var page = 0.0
  /// Bytes that the store will gain.
  private(set) var disk = 0.0
  /// Bytes at the worst moment.
  private(set) var memory = 0.0

  /// Seconds of one core for a pair of model and record, at all and under each attack with 400 redraws, where a million
  /// numbers are sorted in ``referenceSort``: over pools of 8 to 64 models and 900 to 18,000 records.
  private static let (pairSeconds, attackSeconds) = (1.7e-6, 3.2e-6)
  private static let referenceSort = 0.0775
  /// The share of a cell's attacks that one worker does while the others wait, of Adult.
  private static let alone = 0.1
  /// Seconds of one core for a record and a pair of columns, where members are told from others by features alone; and
  /// resident bytes of a value, with its copies.
  private static let (likenessSeconds, valueBytes) = (5.2e-10, 24.0)
  /// Seconds of one core for a column of a point that a walk asks about, beside the answer; and the share of the labels
  /// allowed that walks on photographs ask for.
  private static let (pointSeconds, asked) = (3.8e-8, 0.85)
  /// Resident bytes of the program, and for a pair of model and record: signals of C classes as trained
  /// and as released, ten columns of observations and the scores of the attacks.
  private static let (baseBytes, pairBytes, classBytes) = (70e6, 300.0, 8.0)
  /// On disk beside the arrays: files of a unit, whose blocks are never full, and an attack's figures for each target.
  private static let (unitBytes, targetBytes) = (12e3, 2.6e3)
  /// Of the report, for each cell: seconds of one core, and resident bytes of its figures and results.
  private static let (pageSeconds, pageBytes) = (0.1, 2.5e6)

  /// - Throws: `CancellationError`.
  init(session: Session, workers: Int, tell: (String) -> Void) throws {
    let alteration = CellUnits.alteration(for: session.manifest.attacks)
    let attacks = Double(session.manifest.attacks.count)
    let loading = Provenance.processorSeconds
    let pace = Self.pace
    var planned: Set<String> = []
    var probes: [(cell: Cell, study: StudyData, units: CellUnits)] = []
    var open: [(units: CellUnits, fresh: [String])] = []
    var largest = 0.0
    for cell in session.plan.cells {
      guard let study = session.study(of: cell),
        let units = try? CellUnits(of: cell, in: study, alteration: alteration)
      else { continue }
      let fresh = units.keys.indices.filter {
        planned.insert(units.keys[$0]).inserted
          && !units.isStored($0, keep: session.manifest.keep, in: session.storeFolder)
      }.map { units.keys[$0] }
      let (models, records) = (Double(study.design.membership.models), Double(study.loaded.records.count))
      let (tested, classes) = (Double(study.design.tested.count), Double(study.loaded.records.classes.count))
      scoring[cell.id] = pace * models * tested * (Self.pairSeconds + attacks * Self.attackSeconds)
      disk += Double(fresh.count) * (records * classes * 4 + Self.unitBytes)
      let scores = session.manifest.keep.contains(.scores) ? tested * 8 : 0
      disk += attacks * models * (scores + Self.targetBytes)
      let columns = Double(study.loaded.records.design.roles.count)
      largest = max(
        largest,
        models * tested * (Self.pairBytes + Self.classBytes * classes) + records * columns * 4 * Double(workers))
      guard !fresh.isEmpty else { continue }
      probes.append((cell, study, units))
      open.append((units, fresh))
    }
    page = loading + Self.pageSeconds * pace * Double(scoring.count)
    // By the time the report is made, pools are gone.
    memory = Self.baseBytes + max(largest, Self.pageBytes * Double(scoring.count))
    for study in session.studies {
      let columns = Double(study.loaded.records.design.roles.count)
      page += Self.likenessSeconds * pace * Double(study.design.tested.count) * columns * columns
      memory += Self.valueBytes * Double(study.loaded.records.count) * columns
    }
    let seconds = try CostProbe(folder: session.storeFolder).seconds(of: probes, tell: tell)
    // Canaries take a training for each kind.
    let canaries = Double(session.manifest.audit?.kinds.filter { $0 != .repeated }.count ?? 0)
    for (cell, study, units) in probes {
      guard let model = units.keys.first.flatMap({ seconds[$0] }) else { continue }
      let walks = session.manifest.boundary.map { walk in
        // Targets are trained again where no network is kept.
        let again = session.manifest.keep.contains(.models) ? 0 : model.sum
        return Double(BoundaryOptions.targets) * (again + Self.questions(walk, study, answers: model.answers, pace))
      }
      scoring[cell.id, default: 0] += canaries * model.sum + (walks ?? 0)
    }
    for (units, fresh) in open {
      for key in fresh { training[key] = units.keys.first.flatMap { seconds[$0]?.sum } ?? 0 }
    }
  }

  /// Seconds of one core for what one target is asked.
  private static func questions(
    _ walk: BoundaryOptions, _ study: StudyData, answers: Double, _ pace: Double
  ) -> Double {
    let (records, columns) = (study.loaded.records.count, study.loaded.records.columns.count)
    let labels = asked * Double(min(walk.records, study.design.tested.count) * walk.queries)
    return labels * (answers / Double(records) + pointSeconds * pace * Double(columns))
  }

  /// How this machine sorts, beside the one that the constants were measured on.
  private static var pace: Double {
    var stream = UInt64(1)
    let numbers = (0..<1_000_000).map { _ -> Double in
      stream = stream &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(stream >> 11)
    }
    let times = (0..<3).map { _ -> Double in
      let start = ThreadClock.seconds
      _ = numbers.sorted()
      return ThreadClock.seconds - start
    }
    return (times.min() ?? referenceSort) / referenceSort
  }

  private var trainingSeconds: Double { training.values.reduce(0, +) }
  private var scoringSeconds: Double { scoring.values.reduce(0, +) }

  /// What each part takes, for ``Study/TimeLeft``.
  var parts: [String: Double] { training.merging(scoring) { $1 } }

  /// `about 12 min of one core (training 10 min, attacks 2 min, data and report 8 s), 6 min with 2 workers; 1.2 GB of disk, 0.6 GB of memory`.
  func text(workers: Int) -> String {
    let (all, lanes) = (trainingSeconds + scoringSeconds + page, Double(workers))
    let clock = (trainingSeconds + page) / lanes + scoringSeconds * (Self.alone + (1 - Self.alone) / lanes)
    return "about \(Progress.span(all)) of one core (training \(Progress.span(trainingSeconds)), attacks "
      + "\(Progress.span(scoringSeconds)), data and report \(Progress.span(page))), \(Progress.span(clock)) with \(workers) "
      + "\(workers == 1 ? "worker" : "workers"); \(Self.bytes(disk)) of disk, \(Self.bytes(memory)) of memory"
  }

  private static func bytes(_ count: Double) -> String {
    count < 1e9 ? "\(max(1, Int((count / 1e6).rounded()))) MB" : String(format: "%.1f GB", count / 1e9)
  }
}
