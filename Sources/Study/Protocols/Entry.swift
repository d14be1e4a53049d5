/// Something a manifest can name: a trainer, a defence or an attack.
///
/// Conformers are structs whose stored `let` properties are their parameters: `Codable` reads them from the manifest and
/// writes them into the results, so a parameter is spelled once.
public protocol Entry: Codable, Equatable, Sendable {
  /// The name used in manifests, files and figures: lower case, hyphens.
  static var name: String { get }
  /// How the entry introduces itself in reports and in `rollcall list`.
  static var card: Card { get }
  /// One line for each stored property: what it means and what is allowed.
  static var parameters: [Parameter] { get }
  /// What a name alone stands for.
  static var standard: Self { get }
}

extension Entry {
  public static var parameters: [Parameter] { [] }
}

/// A title, one sentence, and where the method comes from.
public struct Card: Equatable, Sendable {
  public let title: String
  public let summary: String
  public let source: String

  public init(title: String, summary: String, source: String) {
    self.title = title
    self.summary = summary
    self.source = source
  }
}

/// What a parameter of an entry means and which values it may have.
public struct Parameter: Equatable, Sendable {
  /// The values a manifest may give.
  public enum Domain: Equatable, Sendable {
    /// A whole number.
    case whole(ClosedRange<Int>)
    /// Any number.
    case number(ClosedRange<Double>)
    /// One of these words.
    case word([String])
    /// True or false.
    case flag
    /// A list of whole numbers, with the number of entries allowed.
    case wholes(ClosedRange<Int>, count: ClosedRange<Int>)
  }

  public let name: String
  public let summary: String
  public let domain: Domain

  public init(_ name: String, _ domain: Domain, _ summary: String) {
    self.name = name
    self.summary = summary
    self.domain = domain
  }
}
