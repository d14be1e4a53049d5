public import Privacy

/// A use of private records, as it is entered.
public struct Spending: Equatable, Sendable {
  /// What for, such as the name of a stage.
  public let stage: String
  public let release: Release
  /// When, as the caller says it.
  public let time: String

  public init(stage: String, release: Release, time: String) {
    self.stage = stage
    self.release = release
    self.time = time
  }
}
