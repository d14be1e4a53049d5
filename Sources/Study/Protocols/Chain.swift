import Maths

/// Defences that act together: a list of defences is a defence, and one alone is a chain of one.
///
/// A record passes them in their order on its way to the model, and an answer on its way out: `[a, b]` trains on what
/// `b` makes of what `a` makes of the half, and an outsider sees what `b` releases of what `a` releases.
public struct Chain: Sendable {
  /// At most so many.
  public static let longest = 8

  public let parts: [any Defence]

  /// - Precondition: no two parts have the same name, so that a parameter's name says whose it is.
  public init(_ parts: [any Defence]) {
    let names = parts.map { type(of: $0).name }
    precondition(Set(names).count == names.count, "a chain names a defence once")
    self.parts = parts
  }

  public init(_ defence: any Defence) { parts = [defence] }

  /// The parts' names joined by `+`: `weight-decay+rounding`; empty for no parts.
  public var name: String { parts.map { type(of: $0).name }.joined(separator: Self.sign) }

  /// What joins the names of a chain.
  public static let sign = "+"

  /// Every parameter with its value; of several parts with the part's name before it: `weight-decay.strength`.
  public var values: Parameters {
    guard parts.count > 1 else { return parts.first?.values ?? [:] }
    var result: Parameters = [:]
    for part in parts {
      for (name, value) in part.values { result["\(type(of: part).name).\(name)"] = value }
    }
    return result
  }

  /// Names and what differs from the standards: `"weight-decay strength=0.01 + rounding"`.
  public var label: String { parts.map(\.label).joined(separator: " \(Self.sign) ") }

  /// Names and every parameter: equal for equal chains only.
  public var identity: String { parts.map(\.identity).joined(separator: " \(Self.sign) ") }

  /// The parts that change how models are trained: all that a stored model depends on.
  public var ofTraining: Chain { Chain(parts.filter { ![.none, .output].contains(type(of: $0).stage) }) }

  /// The parts that transform stored answers.
  public var ofOutput: Chain { Chain(parts.filter { type(of: $0).stage == .output }) }

  /// The recipe for a model with `members` training records.
  ///
  /// - Throws: ``NotApplicable`` where the model family lacks a knob that a part turns.
  public func adjust(_ recipe: Recipe, members: Int) throws(NotApplicable) -> Recipe {
    var adjusted = recipe
    for part in parts { adjusted = try part.adjust(adjusted, members: members) }
    return adjusted
  }

  /// The learner inside what all parts put around it, the first part's outermost: it is the first to see a record.
  ///
  /// - Parameter population: Rows that no model trains on.
  public func wrap(_ learner: any Learner, population: [Int]) -> any Learner {
    parts.reversed().reduce(learner) { $1.wrap($0, population: population) }
  }

  /// What an outsider sees; parts that train come before parts that only release.
  ///
  /// - Parameter seed: Each part gets one of its own, by its place among those of its kind: a part that trains does not
  ///   move the noise of a part that releases.
  public func release(_ signal: Signal, seed: UInt64) -> Signal {
    var released = signal
    for (first, chain) in [(Self.longest, ofTraining), (0, ofOutput)] {
      for (place, part) in chain.parts.enumerated() {
        var stream = Purpose.release.stream(seed: seed, index: first + place)
        released = part.release(released, seed: stream.seed())
      }
    }
    return released
  }
}
