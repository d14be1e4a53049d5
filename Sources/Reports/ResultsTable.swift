public import Findings
import Study

/// The headline numbers as a table for other programs.
public enum ResultsTable {
  /// The names of the columns, in order.
  ///
  /// Rates, shares and accuracies are in 0...1; each number may be empty where it is undefined or was not measured.
  public static let columns = [
    "cell", "dataset", "model", "defence", "cell_status", "cell_reason", "cell_verdict", "models", "records",
    "accuracy", "accuracy_low", "accuracy_high", "balanced_accuracy", "balanced_accuracy_low",
    "balanced_accuracy_high", "majority", "train_accuracy", "attack", "attack_id", "access", "attack_status",
    "attack_reason", "is_headline", "verdict", "fpr_limit", "fpr", "tpr", "tpr_low", "tpr_high", "auc", "auc_low",
    "auc_high", "p", "pairs", "non_member_subjects", "design_effect", "null_auc", "null_auc_low", "null_auc_high",
    "chosen_tpr", "chosen_tpr_low", "chosen_tpr_high", "chosen_fpr", "chosen_fpr_low", "chosen_fpr_high",
    "ppv_at_prior_0.5", "ppv_at_prior_0.1", "ppv_at_prior_0.01",
  ]

  /// One line for each attack on each cell, by RFC 4180; a cell without attacks has one line of its own.
  ///
  /// Text that a spreadsheet would run as a formula gets an apostrophe in front.
  public static func csv(_ results: Results) -> String {
    var lines = [columns]
    for cell in results.cells {
      let start = fields(of: cell)
      let attacks = cell.attacks.isEmpty ? [nil] : cell.attacks.map(Optional.init)
      for attack in attacks {
        lines.append(start + fields(of: attack, isHeadline: attack?.id == cell.headlineAttack))
      }
    }
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func fields(of cell: CellResult) -> [String] {
    let texts = [
      cell.id, cell.dataset, cell.model, cell.defence, cell.status.rawValue, cell.reason ?? "",
      cell.verdict?.rawValue ?? "", String(cell.models), String(cell.records),
    ]
    let utility = cell.utility
    return texts.map(CSVField.text) + fields(of: utility?.accuracy) + fields(of: utility?.balancedAccuracy)
      + [utility?.majority, utility?.trainAccuracy].map(CSVField.number)
  }

  private static func fields(of attack: AttackResult?, isHeadline: Bool) -> [String] {
    guard let attack else { return Array(repeating: "", count: columns.count - 17) }
    let headline = attack.headline
    let point = headline?.printed
    let texts = [
      attack.attack, attack.id, attack.access.rawValue, attack.status.rawValue, attack.reason ?? "",
      isHeadline ? "true" : "false", headline?.verdict.rawValue ?? "",
    ]
    let numbers = [point?.fprLimit, point?.fpr, point?.value, point?.low, point?.high].map(CSVField.number)
    let counts = [headline?.pairs, headline?.nonMemberSubjects].map { $0.map(String.init) ?? "" }
    return texts.map(CSVField.text) + numbers + fields(of: headline?.auc) + [CSVField.number(headline?.p)] + counts
      + [CSVField.number(headline?.designEffect)] + fields(of: attack.null?.auc)
      + operating(attack.operating.first { $0.fprLimit == point?.fprLimit })
  }

  /// At the threshold chosen on other models for the printed limit.
  private static func operating(_ point: FixedPoint?) -> [String] {
    fields(of: point?.tpr) + fields(of: point?.fpr)
      + PredictiveValue.priors.map { prior in CSVField.number(point?.ppv.first { $0.prior == prior }?.value) }
  }

  private static func fields(of estimate: Estimate?) -> [String] {
    [estimate?.value, estimate?.low, estimate?.high].map(CSVField.number)
  }
}
