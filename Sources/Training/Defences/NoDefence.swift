public import Study

/// Leaves everything as it is: what the defences are measured against.
public struct NoDefence: Defence {
  public static let name = "none"
  public static let card = Card(
    title: "No defence", summary: "The model as trained, its answers as given.", source: "The baseline")
  public static let standard = NoDefence()
  public static let stage = Stage.none

  public init() {}
}
