/// What one figure of a run leaves behind so that a later run can be compared replicate by replicate.
public struct FigureReplicates: Codable, Equatable, Sendable {
  public let quantity: Quantity
  /// The figure in each replicate of the bootstrap; NaN where it is undefined.
  @Packed public var values: [Float]
  public let influence: InfluenceSketch

  public init(quantity: Quantity, values: [Double], influence: InfluenceSketch) {
    self.quantity = quantity
    self.values = values.map(Float.init)
    self.influence = influence
  }
}

/// The content of `replicates.json`: beside `results.json`, all that a paired comparison needs.
public struct ReplicateArchive: Codable, Equatable, Sendable {
  public static let schemaName = "rollcall/replicates/1"

  public var schema: String
  /// The arithmetic of training and of statistics: numbers of another arithmetic are not compared.
  public var numerics: Numerics
  public var lines: [Line]

  /// Numbers that are raised when arithmetic changes.
  public struct Numerics: Codable, Equatable, Sendable {
    public var training: Int
    public var statistics: Int
    public init(training: Int, statistics: Int) {
      self.training = training
      self.statistics = statistics
    }
  }

  /// One attack on one cell, or the cell's accuracy.
  public struct Line: Codable, Equatable, Sendable {
    /// ``CellResult/id``.
    public var cell: String
    /// ``AttackResult/id``; null for accuracy.
    @Null public var attack: String?
    public var figures: [FigureReplicates]
    public init(cell: String, attack: String?, figures: [FigureReplicates]) {
      self.cell = cell
      self.attack = attack
      self.figures = figures
    }
  }

  public init(numerics: Numerics, lines: [Line]) {
    schema = Self.schemaName
    self.numerics = numerics
    self.lines = lines
  }
}
