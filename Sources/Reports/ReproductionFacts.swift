/// What a reader needs to make the same report again: no time, machine or path.
public struct ReproductionFacts: Equatable, Sendable {
  /// The version of the engine, such as `1.0.0`.
  public let engine: String
  /// SHA-256 of the manifest, in hexadecimal.
  public let manifestDigest: String
  /// The command that makes the results and the report.
  public let command: String

  public init(engine: String, manifestDigest: String, command: String) {
    self.engine = engine
    self.manifestDigest = manifestDigest
    self.command = command
  }
}
