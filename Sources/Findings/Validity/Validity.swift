import Maths

/// Whether a study's numbers mean what they say.
public enum Validity {
  /// One verdict for each check.
  ///
  /// - Parameters:
  ///   - cells: with their attacks.
  ///   - fidelity: lines of ``ShadowFidelity``, one a cell.
  ///   - matched: lines of ``MatchedNonMembers``, one a cell; empty where features are not at hand.
  public static func checks(
    of cells: [CellResult], fidelity: [CheckFigure], matched: [CheckFigure]
  ) -> [Results.Check] {
    [
      .nullRun(cells), .sign(cells), Results.Check(name: "shadow-fidelity", lines: fidelity),
      .independentTargets(cells), Results.Check(name: "matched-non-members", lines: matched), .resolution(cells),
    ]
  }
}

extension Results {
  /// The same results, in which a check that failed for a cell turns its verdict into insufficient evidence.
  public var heldToChecks: Results {
    var results = self
    for index in cells.indices where cells[index].verdict != nil {
      let failed = checks.filter { $0.failedCells.contains(cells[index].id) }.map(\.name)
      results.cells[index].failedChecks = failed
      if !failed.isEmpty { results.cells[index].verdict = .insufficientEvidence }
    }
    return results
  }
}

extension Results.Check {
  /// Whether attacks acquit: with memberships redrawn, every area is 0.5.
  public static func nullRun(_ cells: [CellResult]) -> Results.Check {
    let lines = cells.flatMap { cell in
      cell.attacks.compactMap { attack in
        attack.null?.line(cell: cell.id, attack: attack.id)
      }
    }
    return Results.Check(name: "null-run", lines: lines)
  }

  /// Whether higher scores mean likelier members.
  ///
  /// An area whose interval lies below 0.5 is that of an attack turned round, or of memberships that were exchanged.
  ///
  /// The p-value is two-sided, read off the 95 % interval, and 1 for areas above 0.5.
  public static func sign(_ cells: [CellResult]) -> Results.Check {
    let lines = cells.flatMap { cell in
      // The lowest first: of lines that are equally likely it is the one that stands for its cell.
      cell.attacks.compactMap { attack in
        attack.headline.map { signLine(cell.id, attack.id, $0.auc) }
      }.sorted { $0.value < $1.value }
    }
    return Results.Check(name: "sign", lines: lines)
  }

  private static func signLine(_ cell: String, _ attack: String, _ auc: Estimate) -> CheckFigure {
    let below = 0.5 - auc.value
    let error = (auc.high - auc.low) / (2 * Normal.standard.quantile(0.5 + auc.level / 2))
    let p = below > 0 ? (error > 0 ? min(1, 2 * Normal.standard.survival(below / error)) : 0) : 1
    return CheckFigure(
      cell: cell, attack: attack, quantity: .auc, value: auc.value, low: auc.low, high: auc.high, p: p)
  }

  /// Whether the headline attack of each cell can tell any false-positive rate at or below 10 %.
  public static func resolution(_ cells: [CellResult]) -> Results.Check {
    let figures = cells.compactMap { cell in
      cell.headline.flatMap { attack in
        attack.headline.map { headline in
          CheckFigure(
            cell: cell.id, attack: attack.id, quantity: .smallestRate, value: headline.smallestResolved ?? .nan,
            low: .nan, high: .nan, p: .nan, failed: headline.smallestResolved == nil)
        }
      }
    }
    let verdict: Verdict = figures.isEmpty ? .notChecked : figures.contains(where: \.failed) ? .failed : .passed
    return Results.Check(name: "resolution", verdict: verdict, p: .nan, lines: figures.count, figures: figures)
  }
}
