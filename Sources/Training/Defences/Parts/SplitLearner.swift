import Maths
import Study

/// Trains the ensemble of ``SELENA``, and its student where there is one.
struct SplitLearner: Learner {
  let base: any Learner
  let defence: SELENA

  func obstacle(to records: Records, members: Int) -> String? {
    base.obstacle(to: records, members: max(1, members * (defence.models - defence.absent) / defence.models))
  }

  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    let absences = absences(of: rows, in: records, seed: seed)
    var models: [any Model] = []
    for index in 0..<defence.models {
      var stream = Draws.bag.stream(seed: seed, index: index)
      let present = rows.indices.filter { !absences[$0].contains(index) }.map { rows[$0] }
      models.append(try base.train(onRest: present, of: records, recipe: recipe, seed: stream.seed()))
    }
    let features = FeatureKeys(records)
    var known: [FeatureKeys.Key: [Int]] = [:]
    for (place, row) in rows.enumerated() { known[features.keys[row]] = absences[place] }
    let ensemble = SplitModel(
      models: models, known: known, absent: defence.absent, classes: records.classes.count, seed: seed)
    guard defence.distilled else { return ensemble }
    var stream = Draws.student.stream(seed: seed, index: 0)
    let taught = records.labelling(
      rows, by: ensemble.signal(for: records).probabilities(), copies: defence.copies)
    let student = try base.train(
      onRest: Array(records.count..<taught.count), of: taught, recipe: recipe, seed: stream.seed())
    return Student(model: student, work: ensemble.work + student.work)
  }

  /// For each of `rows` the models that it is left out of: L of K, the same for a person and for equal features.
  private func absences(of rows: [Int], in records: Records, seed: UInt64) -> [[Int]] {
    let features = FeatureKeys(records)
    var groups = Groups(rows.count)
    var (persons, twins): ([Int: Int], [FeatureKeys.Key: Int]) = ([:], [:])
    for (place, row) in rows.enumerated() {
      if let first = persons[records.subjects[row]] { groups.join(first, place) }
      if let first = twins[features.keys[row]] { groups.join(first, place) }
      persons[records.subjects[row]] = place
      twins[features.keys[row]] = place
    }
    return rows.indices.map { place in
      var stream = Draws.absence.stream(seed: seed, index: groups.first(of: place))
      return Array(stream.shuffled(Array(0..<defence.models)).prefix(defence.absent))
    }
  }
}

/// An ensemble in which each record is answered by models that never saw it.
struct SplitModel: Model {
  let models: [any Model]
  /// The models that each member's features are left out of.
  let known: [FeatureKeys.Key: [Int]]
  /// L.
  let absent: Int
  let classes: Int
  let seed: UInt64

  var work: Double { models.reduce(0) { $0 + $1.work } }

  func signal(for records: Records) -> Signal {
    let answering = FeatureKeys(records).keys.map { key in
      var answers = [Bool](repeating: false, count: models.count)
      for index in known[key] ?? drawn(for: key) { answers[index] = true }
      return answers
    }
    var mean = MeanAnswers(records: records.count, classes: classes)
    for (index, model) in models.enumerated() {
      mean.add(model.signal(for: records)) { answering[$0][index] }
    }
    return mean.signal
  }

  private func drawn(for key: FeatureKeys.Key) -> [Int] {
    var stranger = Draws.stranger.stream(seed: seed, index: 0)
    var stream = Stream(seed: stranger.seed() ^ key.low, stream: key.high)
    return Array(stream.shuffled(Array(models.indices)).prefix(absent))
  }
}

/// A model that another taught: it answers alone, and both were work.
struct Student: Model {
  let model: any Model
  let work: Double
  func signal(for records: Records) -> Signal { model.signal(for: records) }
}

/// Places in groups, by joining two at a time.
private struct Groups {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  /// The least place of the group.
  func first(of place: Int) -> Int {
    var place = place
    while parents[place] != place { place = parents[place] }
    return place
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (first(of: one), first(of: other))
    parents[max(a, b)] = min(a, b)
  }
}
