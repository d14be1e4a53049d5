import Study
import Training

/// The recipes of all models that a cell needs.
struct CellUnits {
  /// K, in order.
  let pool: [UnitRecipe]
  /// Targets outside the pool.
  let independent: [UnitRecipe]

  var keys: [String] { (pool + independent).map(\.key) }

  /// - Throws: ``Study/NotApplicable`` where the cell has no meaning: it is skipped with that reason.
  init(of cell: Cell, in study: StudyData) throws(NotApplicable) {
    let members = study.design.tested.count / 2
    if let obstacle = cell.model.obstacle(to: study.loaded.records, members: members) {
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
    pool = units(.pool, study.design.membership.models)
    independent = units(.independent, study.independent.models)
  }
}
