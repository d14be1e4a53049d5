import Maths
public import Study

/// Trains a teacher on one part of the half and the released model on what the teacher says about the rest.
///
/// The method wants reference records that the teacher never saw. The population cannot serve, as attackers and figures
/// count on it that no model trained on it; so the half is parted in two, person by person within each class: the
/// teacher trains on the first part; of the second, the share `kept` of which the teacher is surest (lowest entropy) is
/// labelled by it, and the student, which alone answers, trains on those. The second part's own labels are never used,
/// but its features are, and both parts count as members.
///
/// The student sees each record `copies` times, with labels in the proportions of the teacher's answer (one copy: the
/// likeliest label), because no model family fits probabilities.
///
/// - Cost: a model on half of the half, then one on `kept` x `copies` times half of the half.
/// - Source: Shejwalkar and Houmansadr, "Membership privacy for machine learning models through knowledge transfer",
///   2021, arXiv:1906.06589 (DMP).
public struct Distillation: Defence {
  public static let name = "distillation"
  public static let card = Card(
    title: "Knowledge distillation",
    summary: "Releases a student that learnt from a teacher's answers about records the teacher never saw.",
    source: "Shejwalkar and Houmansadr 2021, arXiv:1906.06589")
  public static let parameters = [
    Parameter("kept", .number(0.05...1), "The share of the student's part that is used, the teacher's surest first."),
    Parameter("copies", .whole(1...100), "How often the student sees each record, with labels as the answer shares."),
  ]
  public static let standard = Distillation(kept: 0.8, copies: 4)
  public static let stage = Stage.ensemble

  public let kept: Double
  public let copies: Int

  public init(kept: Double, copies: Int) {
    self.kept = kept
    self.copies = copies
  }

  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    DistillingLearner(base: learner, defence: self)
  }
}

/// Trains a teacher, then its student.
struct DistillingLearner: Learner {
  let base: any Learner
  let defence: Distillation

  func obstacle(to records: Records, members: Int) -> String? {
    base.obstacle(to: records, members: max(1, Int(Double(members / 2) * defence.kept)))
  }

  func train(
    on records: Records, rows: [Int], recipe: Recipe, seed: UInt64
  ) throws(TrainingError) -> any Model {
    let parts = parts(of: rows, in: records, seed: seed)
    var stream = Draws.teacher.stream(seed: seed, index: 0)
    let teacher = try base.train(onRest: parts.teacher, of: records, recipe: recipe, seed: stream.seed())
    let answers = teacher.signal(for: records).probabilities()
    let taught = records.labelling(
      surest(of: parts.student, answers, classes: records.classes.count), by: answers, copies: defence.copies)
    stream = Draws.student.stream(seed: seed, index: 0)
    let student = try base.train(
      onRest: Array(records.count..<taught.count), of: taught, recipe: recipe, seed: stream.seed())
    return Student(model: student, work: teacher.work + student.work)
  }

  /// Persons of each class, shuffled, go to the teacher and the student in turn.
  func parts(of rows: [Int], in records: Records, seed: UInt64) -> (teacher: [Int], student: [Int]) {
    var classOfPerson: [Int: Int] = [:]
    for row in rows where classOfPerson[records.subjects[row]] == nil {
      classOfPerson[records.subjects[row]] = records.labels[row]
    }
    var taught: Set<Int> = []
    var turn = 0
    for label in records.classes.indices {
      var stream = Draws.halves.stream(seed: seed, index: label)
      let persons = classOfPerson.keys.filter { classOfPerson[$0] == label }.sorted()
      for person in stream.shuffled(persons) {
        if turn % 2 == 1 { taught.insert(person) }
        turn += 1
      }
    }
    return (
      rows.filter { !taught.contains(records.subjects[$0]) }, rows.filter { taught.contains(records.subjects[$0]) }
    )
  }

  /// The rows of least entropy, ascending; of equal ones the first.
  func surest(of rows: [Int], _ answers: [Double], classes: Int) -> [Int] {
    let entropies = rows.map { row in
      answers[row * classes..<(row + 1) * classes].reduce(0) { $0 - ($1 > 0 ? $1 * Elementary.log($1) : 0) }
    }
    let order = rows.indices.sorted {
      entropies[$0] == entropies[$1] ? $0 < $1 : entropies[$0] < entropies[$1]
    }
    let count = (Double(rows.count) * defence.kept).rounded(.up)
    return order.prefix(Int(count)).map { rows[$0] }.sorted()
  }
}
