import Files
import Foundation
import Testing

/// Files as a client might send them.
enum AuditFiles {
  /// A table of three classes with 40 members, who are sure and right, and 40 others.
  static func table(end: String = "\n", decimals: Int = 4) -> String {
    rows(decimals: decimals).map { $0.joined(separator: ",") }.joined(separator: end) + end
  }

  /// The same as fields.
  static func rows(decimals: Int = 4) -> [[String]] {
    var rows = [["id", "member", "label", "p_0", "p_1", "p_2"]]
    for record in 0..<80 {
      let label = record % 3
      // Steps of 0.0007 keep all different; members lie higher, with an overlap.
      let own = (record < 40 ? 0.55 : 0.45) + 0.007 * Double(record % 40)
      let rest = (1 - own) / 2
      var answers = [rest, rest, rest]
      answers[label] = own
      let texts = answers.map { String(format: "%.\(decimals)f", $0) }
      rows.append(["r\(record)", record < 40 ? "1" : "0", "\(label)"] + texts)
    }
    return rows
  }

  /// A table in which one field of one row, or of the header, is another.
  static func table(row: Int, column: Int, _ text: String) -> String {
    var rows = rows()
    rows[row][column] = text
    return rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  /// The folder of golden files of the attacks.
  static let golden = Program.root.appendingPathComponent("Tests/AttacksTests/Golden")

  static func array(_ name: String) throws -> NPYArray {
    try NPYArray(reading: golden.appendingPathComponent("\(name).npy"), limit: 1 << 22)
  }

  /// The golden pool as one archive, some of its arrays replaced or, where nil, left out.
  static func signals(_ changes: [String: NPYArray?] = [:]) throws -> [UInt8] {
    var writer = NPZWriter()
    for name in ["logits", "labels", "membership", "population_logits", "population_labels"] {
      if let change = changes[name] {
        if let array = change { writer.add(array, as: name) }
      } else {
        writer.add(try array(name), as: name)
      }
    }
    return writer.bytes()
  }

  /// One line of tokens.
  static func line(_ id: Int, member: String = "1", logprobs: String = "[-1.5, -0.25]", more: String = "") -> String {
    #"{"id": "t\#(id)", "member": \#(member), "text": "text \#(id)", "logprobs": \#(logprobs)\#(more)}"#
  }

  /// 30 members and 30 others.
  static func tokens() -> String {
    (0..<60).map { record in
      let level = (record < 30 ? -1.0 : -1.4) - 0.03 * Double(record % 30)
      return line(record, member: record < 30 ? "1" : "0", logprobs: "[\(level), \(level - 0.5), -0.1]")
    }.joined(separator: "\n")
  }
}

extension Program {
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// The scores that an audit left.
  func scores(_ name: String = "out") throws -> NPZArchive {
    try NPZArchive(reading: folder.appendingPathComponent("\(name)/restricted/scores.npz"), limit: 1 << 30)
  }
}
