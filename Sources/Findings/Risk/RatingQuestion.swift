public import Study

/// Figures to be rated, as flags or a file name them.
public struct RatingQuestion: Sendable {
  let grade: LeakageGrade?
  let sensitivity: Sensitivity
  let level: AccessLevel?
  /// The id of a class of outsiders.
  let exposure: String?
  let fpr: Double?
  let found: ClosedRange<Double>?
  let auc: ClosedRange<Double>?
  let prior: ClosedRange<Double>?
  let isReviewed: Bool

  private static let names = ["grade", "sensitivity", "level", "exposure", "fpr", "found", "auc", "prior", "reviewed"]

  /// The inputs of a file by name, intervals as `low,high`.
  ///
  /// - Throws: ``Study/ManifestError``.
  public static func texts(of root: FactNode) throws(ManifestError) -> [String: String] {
    try root.allow(names)
    var texts: [String: String] = [:]
    for (key, node) in try root.members() { texts[key] = try node.texts().joined(separator: ",") }
    return texts
  }

  /// - Parameter texts: values by the names of flags.
  /// - Throws: ``RatingQuestionError``.
  public init(_ texts: [String: String]) throws(RatingQuestionError) {
    grade = try Self.word(texts, "grade", LeakageGrade.self)
    guard let sensitivity = try Self.word(texts, "sensitivity", Sensitivity.self) else {
      throw .missing("--sensitivity, S1 to S4")
    }
    self.sensitivity = sensitivity
    level = try Self.word(texts, "level", AccessLevel.self)
    exposure = texts["exposure"]
    fpr = try Self.share(texts, "fpr")
    found = try Self.interval(texts, "found")
    auc = try Self.interval(texts, "auc")
    prior = try Self.interval(texts, "prior")
    isReviewed = texts["reviewed"] == "true"
    if grade == nil {
      guard fpr != nil, found != nil else { throw .missing("--grade, or --fpr with --found and --auc") }
      guard auc != nil else { throw .missing("--auc low,high") }
    }
    if let fpr, fpr <= 0 { throw .value(name: "fpr", text: "\(fpr)", needed: "above 0 and at most 1") }
    if level != nil, exposure != nil { throw .both("level", "exposure") }
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ texts: [String: String], _ name: String, _ type: Word.Type
  ) throws(RatingQuestionError) -> Word? where Word.RawValue == String {
    guard let text = texts[name] else { return nil }
    guard let word = Word(rawValue: text) else {
      throw .value(name: name, text: text, needed: "one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }

  private static func share(_ texts: [String: String], _ name: String) throws(RatingQuestionError) -> Double? {
    guard let text = texts[name] else { return nil }
    guard let number = Double(text), (0...1).contains(number) else {
      throw .value(name: name, text: text, needed: "a number in 0 to 1")
    }
    return number
  }

  private static func interval(
    _ texts: [String: String], _ name: String
  ) throws(RatingQuestionError) -> ClosedRange<Double>? {
    guard let text = texts[name] else { return nil }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard numbers.count == 2, let low = numbers[0], let high = numbers[1], 0 <= low, low <= high, high <= 1 else {
      throw .value(name: name, text: text, needed: "two numbers in 0 to 1 in order, as in 0.02,0.05")
    }
    return low...high
  }
}

/// Why figures cannot be rated.
public enum RatingQuestionError: Error, Equatable, CustomStringConvertible {
  case missing(String)
  case value(name: String, text: String, needed: String)
  case both(String, String)
  case unknownExposure(String, known: [String])

  public var description: String {
    switch self {
    case .missing(let what): "nothing can be rated without \(what): add it"
    case .value(let name, let text, let needed): "\(name) is '\(text.prefix(60))' but must be \(needed)"
    case .both(let one, let other): "\(one) and \(other) say the same thing: give one of them"
    case .unknownExposure(let id, let known):
      "exposure is '\(id.prefix(60))' but must be one of \(known.joined(separator: ", "))"
    }
  }
}

/// A rating with the rules it came by.
public struct RatingAnswer: Codable, Equatable, Sendable {
  public var grade: LeakageGrade
  public var rating: Rating
  public var sensitivity: Sensitivity
  public var exposure: String
  public var steps: [TargetRating.Step]

  /// As a terminal shows it.
  public var lines: [String] {
    ["\(rating.rawValue) (grade \(grade.rawValue), sensitivity \(sensitivity.rawValue), exposure \(exposure))"]
      + steps.map { step in
        let numbers = step.numbers.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let details = (step.names + numbers).joined(separator: ", ")
        return "  \(step.rule)\(details.isEmpty ? "" : " (\(details))"): \(step.outcome)"
      }
  }
}

extension RatingRubric {
  /// - Throws: ``RatingQuestionError`` if the class of outsiders is none of the rubric's.
  public func answer(to question: RatingQuestion) throws(RatingQuestionError) -> RatingAnswer {
    let chosen =
      question.exposure.map { id in exposures.first { $0.id == id } }
      ?? exposure(of: question.level ?? TargetRater.assumedRelease)
    guard let chosen else { throw .unknownExposure(question.exposure ?? "", known: exposures.map(\.id)) }
    var (grade, steps) = (question.grade ?? .inconclusive, [TargetRating.Step]())
    var worth: Worth?
    if let fpr = question.fpr, let found = question.found {
      if question.grade == nil, let auc = question.auc {
        let measured = LevelRating.Measured(
          attack: "", access: .probabilities, auc: Self.estimate(auc),
          rate: .init(fprLimit: fpr, found: Self.estimate(found)))
        (grade, steps) = self.grade(measured)
      }
      worth = question.prior.map { prior in
        Worth(
          low: PredictiveValue.value(prior.lowerBound, found.lowerBound, fpr),
          high: PredictiveValue.value(prior.upperBound, found.upperBound, fpr), mayLower: question.isReviewed)
      }
    }
    let rated = rating(grade, question.sensitivity, exposure: chosen, worth: worth)
    return RatingAnswer(
      grade: grade, rating: rated.rating, sensitivity: question.sensitivity, exposure: chosen.id,
      steps: steps + rated.steps)
  }

  /// Only the ends count.
  private static func estimate(_ interval: ClosedRange<Double>) -> Estimate {
    Estimate(
      value: (interval.lowerBound + interval.upperBound) / 2, low: interval.lowerBound, high: interval.upperBound,
      method: .bootstrap)
  }
}
