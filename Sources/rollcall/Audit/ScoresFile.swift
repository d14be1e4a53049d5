import Files
import Findings
import Study

/// The scores of all records, for those who may see them: never part of the report.
struct ScoresFile {
  let cases: [AuditedCase]
  /// One list a case.
  let measured: [[AuditMeasurement.OfAttack]]

  /// In the audit's folder, readable by its owner only.
  static let path = "restricted/scores.npz"

  /// An archive of `ids` and, in float64, `t<target>__<attack>`; with several files the target is the file's place.
  var bytes: [UInt8] {
    var writer = NPZWriter()
    if let audited = cases.first {
      if let ids = audited.records.ids {
        writer.add(texts: ids, as: "ids")
      } else {
        var numbers = TextTable()
        for record in 0..<audited.membership.records {
          Array(String(record).utf8).withUnsafeBufferPointer { _ = numbers.insert($0) }
        }
        writer.add(texts: numbers, as: "ids")
      }
    }
    for (place, audited) in cases.enumerated() {
      for attack in measured[place] {
        for (target, scores) in zip(audited.targets, attack.scores) {
          let name = cases.count > 1 ? place : target
          writer.add(
            NPYArray(shape: [scores.count], elements: .float64(scores)), as: "t\(name)__\(attack.result.id)")
        }
      }
    }
    return writer.bytes()
  }
}
