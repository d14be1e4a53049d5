import Attacks
import Foundation
import Maths
import Study
import Testing

/// What `Attack` promises, checked for every entry of the registry: a new attack is tested before it has its own test.
@Suite("Every attack")
struct AttackContractTests {
  static let pool = Pool()

  @Test("gives one finite score a record, the same each time", arguments: try AttackCase.all())
  func repeatable(entry: AttackCase) throws {
    for target in [0, 5, 15] {
      let scores = try entry.attack.checkedScores(Self.pool.signals.evidence(target: target, seed: 1))
      #expect(scores.count == Self.pool.signals.labels.count)
      #expect(scores.allSatisfy { $0.isFinite })
      #expect(try entry.attack.checkedScores(Self.pool.signals.evidence(target: target, seed: 1)) == scores)
    }
  }

  @Test("never learns the target's own membership", arguments: try AttackCase.all())
  func blind(entry: AttackCase) throws {
    let truth = Self.pool.signals
    let lie = truth.replacing(membership: truth.membership.swappingHalves(ofPair: 3))
    for target in [6, 7] {
      let scores = try entry.attack.checkedScores(truth.evidence(target: target, seed: 1))
      #expect(try entry.attack.checkedScores(lie.evidence(target: target, seed: 1)) == scores)
    }
  }

  @Test("puts members above outsiders where models learn by heart", arguments: try AttackCase.all())
  func sign(entry: AttackCase) throws {
    // Sure enough of members that attacks which do not know the label see them too.
    #expect(try entry.meanArea(Pool(gain: 3)) > 0.6)
  }

  @Test("finds nothing where there is nothing to find", arguments: try AttackCase.all(), [8, 16])
  func null(entry: AttackCase, models: Int) throws {
    let pool = Pool(models: models, records: 600, gain: 0, seed: 3)
    #expect(abs(try entry.meanArea(pool) - 0.5) < 0.03)
  }

  @Test("scores a record alike wherever it stands", arguments: try AttackCase.all())
  func order(entry: AttackCase) throws {
    var stream = Maths.Stream(seed: 5, stream: 0)
    let order = stream.shuffled(Array(Self.pool.signals.labels.indices))
    let scores = try entry.attack.checkedScores(Self.pool.signals.evidence(target: 2, seed: 1))
    let moved = try entry.attack.checkedScores(Self.pool.signals.reordered(order).evidence(target: 2, seed: 1))
    #expect(zip(moved, order).allSatisfy { abs($0 - scores[$1]) <= 1e-12 * max(1, abs(scores[$1])) })
  }

  @Test("gives records the same score of which the references say the same, whichever says what")
  func ties() throws {
    var stream = Maths.Stream(seed: 11, stream: 0)
    // The published program looks at the first references alone, so their order counts.
    for entry in try AttackCase.all() where !entry.testDescription.hasSuffix("published") {
      for target in [0, 4] {
        for _ in 0..<4 {
          // All pairs but the target's change places, and models within them.
          let pairs = stream.shuffled((0..<8).filter { $0 != target / 2 }).map { ($0, stream.below(2)) }
          var order = pairs.flatMap { [2 * $0 + $1, 2 * $0 + 1 - $1] }
          order.insert(contentsOf: [target, target + 1], at: target)
          let scores = try entry.attack.checkedScores(
            Self.pool.signals.twinned(order).evidence(target: target, seed: 1))
          #expect(scores[0] == scores[1], "\(entry.testDescription)")
        }
      }
    }
  }

  @Test("runs on the smallest pool that it asks for", arguments: try AttackCase.all())
  func smallest(entry: AttackCase) throws {
    let models = entry.type.needs.leastModels
    let evidence = Pool(models: models, records: 40).signals.evidence(target: 0, seed: 1)
    #expect(try entry.attack.checkedScores(evidence).allSatisfy { $0.isFinite })
  }

  @Test("documents each parameter, and its standard lies within the domains", arguments: try AttackCase.all())
  func parameters(entry: AttackCase) throws {
    let values = try entry.parameters()
    let documented = entry.type.parameters
    #expect(Set(values.keys) == Set(documented.map(\.name)))
    #expect(documented.count == values.count)
    for parameter in documented {
      #expect(!parameter.summary.isEmpty && !parameter.summary.contains("\n"))
      #expect(parameter.domain.holds(try #require(values[parameter.name])), "\(parameter.name)")
    }
  }

  @Test("has a name of its own, in lower case with hyphens, and a card")
  func names() {
    let names = attacks.map { $0.name }
    #expect(Set(names).count == names.count)
    for attack in attacks {
      #expect(attack.name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
      #expect(!attack.card.title.isEmpty && !attack.card.summary.isEmpty && !attack.card.source.isEmpty)
    }
  }

  /// By published strength; an entry that is not here may stand anywhere.
  static let known = [
    "lira-online", "rmia-online", "lira-offline", "rmia-offline", "bavaria-t", "bavaria-n", "base-online",
    "base-offline", "calibrated-loss", "calibrated-confidence", "attack-r", "quantile", "modified-entropy-class",
    "attack-p-class", "attack-p", "loss", "logit-margin", "modified-entropy", "hinge", "confidence", "max-confidence",
    "entropy", "noise-robustness", "correctness",
  ]

  @Test("stands in the registry by published strength")
  func registry() {
    let names = attacks.map { $0.name }
    #expect(names.filter(Self.known.contains) == Self.known)
  }

  @Test("is named once among the variants of an audit, which are all of the registry")
  func variants() {
    let names = namedVariants.map(\.name)
    #expect(Set(names).count == names.count)
    let registered = Set(attacks.map { $0.name })
    for variant in namedVariants { #expect(registered.contains(type(of: variant.attack).name), "\(variant.name)") }
  }
}
