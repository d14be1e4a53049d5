import Files
import Findings
import Foundation
import Study

/// The scores of all records, for those who may see them: never part of the report.
struct ScoresFile {
  let cases: [AuditedCase]
  /// One list a case.
  let measured: [[AuditMeasurement.OfAttack]]

  private static let folder = "restricted"
  private static let file = "scores.npz"

  /// Writes `restricted/scores.npz`, which only the user may read.
  ///
  /// Arrays are `ids` and, in float64, `t<target>__<attack>`; with several files the target is the file's place.
  ///
  /// - Throws: ``Files/FileError``.
  func write(into folder: URL) throws {
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
    let place = folder.appendingPathComponent(Self.folder)
    do {
      try FileManager.default.createDirectory(
        at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw FileError.unwritable(path: place.path, code: errno)
    }
    try AtomicFile.write(writer.bytes(), to: place.appendingPathComponent(Self.file), isPrivate: true)
  }
}
