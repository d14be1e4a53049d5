/// A membership-inference attack: a pure function of what an attacker holds to one score a record.
public protocol Attack: Entry {
  /// What the attacker must have.
  static var needs: Needs { get }
  /// How the scores of a subject's records are made into one.
  static var aggregation: Aggregation { get }

  /// Scores every record of one target.
  ///
  /// - Returns: N scores, finite; higher means likelier a member.
  /// - Throws: ``AttackError`` if the evidence cannot support the attack.
  func scores(_ evidence: Evidence) throws(AttackError) -> [Double]
}

extension Attack {
  public static var aggregation: Aggregation { .mean }
}

/// What an attack needs beyond the labels of the records.
public struct Needs: Equatable, Sendable {
  public let access: Access
  public let references: References
  public let population: Bool
  /// The least K of the pool that gives enough references.
  public let leastModels: Int
  /// Whether it reads ``Evidence/features``, kept only where some attack does.
  public let features: Bool
  /// Whether it reads ``Observation/copies``: each model is then asked about altered copies of every record.
  public let copies: Bool
  /// Which part of an answer it reads.
  public let part: Part

  public init(
    access: Access, references: References = .none, population: Bool = false, leastModels: Int = 2,
    features: Bool = false, copies: Bool = false, part: Part = .whole
  ) {
    self.access = access
    self.references = references
    self.population = population
    self.leastModels = leastModels
    self.features = features
    self.copies = copies
    self.part = part
  }
}

/// Which part of an answer an attack reads: what it must be told where only the best few probabilities are.
public enum Part: String, Codable, Sendable {
  case whole
  /// The largest probability.
  case best
  /// The true label's probability.
  case own
  /// The true label's probability and the largest other one.
  case ownAndRival
}

/// What an outsider receives for a query.
public enum Access: String, Codable, CaseIterable, Sendable {
  case labels
  case topK = "top-k"
  case probabilities, logits, weights
}

/// Which reference models an attack learns from.
public enum References: String, Codable, Sendable {
  case none
  /// Models that did not train on the record (offline).
  case outside
  /// Models that did and models that did not (online).
  case both
}

/// Log likelihood ratios add up over a person's records; other scores are averaged.
public enum Aggregation: String, Codable, Sendable { case sum, mean }

/// Why an attack could not be run on a pool.
public enum AttackError: Error, Equatable, CustomStringConvertible {
  /// A record has fewer references on one side than the attack needs.
  case tooFewReferences(record: Int, found: Int, needed: Int)
  /// The attack compares with records known to be outside, and there are fewer than it needs.
  case tooSmallPopulation(found: Int, needed: Int)
  /// The evidence lacks an array that the attack declares in its ``Needs``.
  case missingSignal(String)
  /// What the attack learnt about outsiders does not hold for outsiders that it did not learn from.
  case notNominal(found: Double, nominal: Double)
  /// A score came out as no finite number.
  case notFinite(record: Int)

  private static func rounded(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }

  public var description: String {
    switch self {
    case .tooFewReferences(_, let found, let needed):
      "a record has \(found) reference models on one side but \(needed) are needed: raise pool: models"
    case .tooSmallPopulation(let found, let needed):
      "the population holds \(found) records but \(needed) are needed: raise pool: population"
    case .missingSignal(let name):
      "the evidence holds no \(name): give predictions that tell it"
    case .notNominal(let found, let nominal):
      "a share \(Self.rounded(found)) of the population lies beyond a threshold made for \(Self.rounded(nominal)): "
        + "raise pool: population"
    case .notFinite:
      "a score is no finite number: the signals hold values that no probability gives"
    }
  }
}
