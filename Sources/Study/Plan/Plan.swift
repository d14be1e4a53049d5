/// What a manifest comes to: every combination of dataset, model and defence, in the manifest's order.
public struct Plan: Sendable {
  public let cells: [Cell]

  public init(_ manifest: Manifest) {
    var cells: [Cell] = []
    var taken: Set<String> = []
    for dataset in manifest.datasets {
      for model in manifest.models {
        for defence in manifest.defences {
          let stem = Self.stem([
            dataset.rows.map { "\(dataset.name) rows=\($0)" } ?? dataset.name, model.label, defence.label,
          ])
          // Two settings may come to one stem, such as a long list of layers; a number keeps them apart.
          let id = (1...).lazy.map { $0 == 1 ? stem : "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
          taken.insert(id)
          cells.append(Cell(id: id, dataset: dataset, model: model, defence: defence))
        }
      }
    }
    self.cells = cells
  }

  /// Labels as one file name: anything but letters, digits, `.` and `_` becomes a hyphen; at most 120 characters.
  private static func stem(_ labels: [String]) -> String {
    let text = labels.joined(separator: "-").lowercased()
    var result = ""
    for character in text.unicodeScalars {
      let kept = character.isASCII && (character.properties.isAlphabetic || character.properties.numericType != nil)
      if kept || character == "_" || character == "." {
        result.unicodeScalars.append(character)
      } else if result.last != "-" {
        result.append("-")
      }
    }
    return String(result.prefix(120)).trimmingSuffix("-")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = Substring(self)
    while text.last == character { text = text.dropLast() }
    return String(text)
  }
}

/// One square of the grid.
public struct Cell: Sendable {
  /// Unique in a plan and safe as a file name.
  public let id: String
  public let dataset: Manifest.DatasetChoice
  public let model: any Trainer
  public let defence: Chain

  public init(id: String, dataset: Manifest.DatasetChoice, model: any Trainer, defence: Chain) {
    self.id = id
    self.dataset = dataset
    self.model = model
    self.defence = defence
  }

  /// What the defence makes of the model's recipe.
  ///
  /// - Throws: ``NotApplicable`` where the cell has no meaning: it is skipped with that reason.
  public func recipe(members: Int) throws(NotApplicable) -> Recipe {
    try defence.adjust(model.recipe, members: members)
  }

  /// The model inside what the defence puts around it.
  ///
  /// - Parameter population: Rows that no model trains on.
  public func learner(population: [Int]) -> any Learner { defence.wrap(model, population: population) }
}

extension Entry {
  /// Name and what differs from the standard: `"weight-decay strength=0.01"`.
  public var label: String { variation.isEmpty ? Self.name : "\(Self.name) \(variation)" }
}
