import Foundation
import Study
import Training

/// The recipes of all models that a cell needs.
struct CellUnits {
  /// How records are altered for these attacks; nil where none asks for copies.
  static func alteration(for attacks: [any Attack]) -> Alteration? {
    attacks.contains { type(of: $0).needs.copies } ? .standard : nil
  }

  /// K, in order.
  let pool: [UnitRecipe]
  /// Targets outside the pool.
  let independent: [UnitRecipe]

  /// The answers about altered copies, one a model; none where no attack asks for them.
  let copies: [CopiesRecipe]

  /// Of the models, those of the pool first.
  let keys: [String]

  /// What an attack's figures come from: with the copies where it reads them.
  func sources(of needs: Needs) -> [String] { keys + (needs.copies ? copies.map(\.key) : []) }

  /// - Throws: ``Study/NotApplicable`` where the cell has no meaning: it is skipped with that reason.
  init(of cell: Cell, in study: StudyData, alteration: Alteration? = nil) throws(NotApplicable) {
    let members = study.design.tested.count / 2
    let learner = cell.learner(population: study.design.population)
    if let obstacle = learner.obstacle(to: study.loaded.records, members: members) {
      throw NotApplicable(obstacle)
    }
    let recipe = try cell.recipe(members: members)
    func units(_ role: UnitRecipe.Role, _ count: Int) -> [UnitRecipe] {
      (0..<count).map {
        UnitRecipe(
          cell: cell, recipe: recipe, records: study.digest, population: study.design.population.count,
          seed: study.seed, role: role, index: $0)
      }
    }
    let pool = units(.pool, study.design.membership.models)
    let independent = units(.independent, study.independent.models)
    (self.pool, self.independent) = (pool, independent)
    keys = (pool + independent).map(\.key)
    copies =
      alteration.map { alteration in
        (pool + independent).map { CopiesRecipe(of: $0, alteration: alteration, records: study.loaded.records) }
      } ?? []
  }

  /// Whether a store holds all that is asked of model `index`.
  ///
  /// - Parameter keep: What of the models is kept beside their answers.
  func isStored(_ index: Int, keep: [Manifest.Keepsake], in folder: URL) -> Bool {
    Store.holds(.units, keys[index], in: folder)
      && (!keep.contains(.models) || Store.holds(.models, keys[index], in: folder))
      && (copies.isEmpty || Store.holds(.copies, copies[index].key, in: folder))
  }
}
