public import Study

/// Answers about each record by models that never saw it, and trains the released model on those answers.
///
/// Split-AI: K models, each trained on the half without the records that are left out of it; each record is left out of
/// L models, drawn at random. A record of the half is answered by the mean of its L models, any other record by the
/// mean of L models drawn by the record itself, so that an answer does not show which. Records of one person, and
/// records whose features are equal, are left out together: a model must not have seen a twin of what it answers.
///
/// Self-distillation, unless `distilled` is false: the student, which alone answers, is trained on the half with
/// Split-AI's answers as labels: each record `copies` times, with labels in the proportions of its answer (one copy:
/// the likeliest label), because no model family fits probabilities. Its own labels are seen by the models of Split-AI
/// alone.
///
/// - Signal: the student's; without distillation votes or probabilities, their resolution over L.
/// - Cost: K models on 1 - L / K of the half, then one on `copies` times the half.
/// - Source: Tang et al., "Mitigating membership inference attacks by self-distillation through a novel ensemble
///   architecture", 2022, arXiv:2110.08324, sections 4.2 and 4.3; K = 25 and L = 10 are theirs.
public struct SELENA: Defence {
  public static let name = "selena"
  public static let card = Card(
    title: "SELENA",
    summary: "Learns from an ensemble in which every record is answered by models that never saw it.",
    source: "Tang et al. 2022, arXiv:2110.08324")
  public static let parameters = [
    Parameter("models", .whole(2...200), "Models of the ensemble, K."),
    Parameter("absent", .whole(1...199), "Models that each record is left out of, L: fewer than there are models."),
    Parameter("distilled", .flag, "Whether a student trained on the ensemble's answers takes its place."),
    Parameter("copies", .whole(1...100), "How often the student sees each record, with labels as the answer shares."),
  ]
  public static let standard = SELENA(models: 25, absent: 10, distilled: true, copies: 4)
  public static let stage = Stage.ensemble

  public let models: Int
  public let absent: Int
  public let distilled: Bool
  public let copies: Int

  public init(models: Int, absent: Int, distilled: Bool, copies: Int) {
    self.models = models
    self.absent = absent
    self.distilled = distilled
    self.copies = copies
  }

  /// - Throws: ``Study/ParameterConflict`` where every model would lack every record.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      models: try values.decode(Int.self, forKey: .models), absent: try values.decode(Int.self, forKey: .absent),
      distilled: try values.decode(Bool.self, forKey: .distilled),
      copies: try values.decode(Int.self, forKey: .copies))
    guard absent < models else {
      throw ParameterConflict(
        "'absent' is \(absent) but must be less than 'models', \(models), or no model sees a record")
    }
  }

  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    SplitLearner(base: learner, defence: self)
  }
}
