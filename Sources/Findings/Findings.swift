public import Study

/// Everything a study found out and how its parts are called, ready to be drawn and reported.
public struct Findings: Sendable {
  public let results: Results
  public let curves: Curves
  public let names: Names
  /// For later comparisons; nil where they lie in the run's folder already.
  public let replicates: ReplicateArchive?
  /// What the numbers mean for the client.
  public let assessment: Assessment
  /// The facts that pages quote; nil where there are none.
  public let guidance: Guidance?

  public init(
    results: Results, curves: Curves, names: Names, replicates: ReplicateArchive? = nil,
    assessment: Assessment = Assessment(document: .init(), engagement: nil), guidance: Guidance? = nil
  ) {
    self.results = results
    self.curves = curves
    self.names = names
    self.replicates = replicates
    self.assessment = assessment
    self.guidance = guidance
  }
}

/// How entries are called in text, taken from the registries by the command.
public struct Names: Equatable, Sendable {
  /// One entry of a registry.
  public struct Entry: Equatable, Sendable {
    public let name: String
    /// In the language spoken, as is ``summary``.
    public var title: String { say(named: stated.title) }
    public var summary: String { say(named: stated.summary) }
    public let source: String
    private let stated: Stated

    private struct Stated: Equatable { let title, summary: String }

    public init(name: String, title: String, summary: String, source: String) {
      self.name = name
      self.source = source
      stated = Stated(title: title, summary: summary)
    }
  }

  public let models: [Entry]
  public let defences: [Entry]
  /// In the registry's order, which gives each attack its colour.
  public let attacks: [Entry]

  public init(models: [Entry], defences: [Entry], attacks: [Entry]) {
    self.models = models
    self.defences = defences
    self.attacks = attacks
  }

  /// The title of a model family; the name itself where the registry no longer knows it.
  public func model(_ name: String) -> String { models.first { $0.name == name }?.title ?? name }
  /// The title of a defence; of a chain its parts' titles in their order.
  public func defence(_ name: String) -> String {
    name.split(separator: Chain.sign).map { part in defences.first { $0.name == part }?.title ?? String(part) }
      .joined(separator: " \(Chain.sign) ")
  }
  public func attack(_ name: String) -> String { attacks.first { $0.name == name }?.title ?? name }
  /// The place of an attack in the order of colours.
  public func series(ofAttack name: String) -> Int { attacks.firstIndex { $0.name == name } ?? attacks.count }
}
