import Files
import Foundation
import Study

/// A language model's log-probabilities of N texts, read from JSON Lines.
struct TokenFile: Sendable {
  let records: AuditedRecords
  private let logProbabilities: [[Double]]
  private let means: [[Double]]?
  private let deviations: [[Double]]?
  private let packedBytes: [Int]
  /// Records without tokens, which no attack can score.
  let left: Int
  let path: String

  /// What rounding may add to a log-probability of 0.
  private static let margin = 1e-9

  /// - Parameter isReference: whether memberships may be missing.
  /// - Throws: ``Files/FileError``, ``AuditError``.
  init(reading url: URL, isReference: Bool = false) throws {
    let reader = try JSONLineReader(reading: url)
    path = reader.path
    var records = RecordReader()
    var (values, means, deviations): ([[Double]], [[Double]], [[Double]]) = ([], [], [])
    var packed: [Int] = []
    var empty = 0
    while let object = try reader.next() {
      do throws(RowFault) {
        let row = try TokenRow(object, isReference: isReference)
        guard !row.logProbabilities.isEmpty else {
          empty += 1
          continue
        }
        if values.isEmpty == false, means.isEmpty != (row.moments == nil) {
          throw RowFault(.wrongField("mu", needed: "in every record with tokens or in none"))
        }
        try Array(row.id.utf8).withUnsafeBufferPointer { id throws(RowFault) in
          try records.add(id: id, isMember: row.isMember)
        }
        values.append(row.logProbabilities)
        if let moments = row.moments {
          means.append(moments.means)
          deviations.append(moments.deviations)
        }
        packed.append(isReference ? 0 : PackedLength.zlib(Array(row.text.utf8)))
      } catch {
        throw AuditError.row(path: reader.path, line: reader.line, problem: error.problem)
      }
    }
    guard !values.isEmpty else { throw FileError.json(path: path, line: 1, column: 1, fault: .empty) }
    if !isReference { try AuditedRecords.checkSides(records.truths, path: path) }
    logProbabilities = values
    self.means = means.isEmpty ? nil : means
    self.deviations = deviations.isEmpty ? nil : deviations
    packedBytes = packed
    left = empty
    self.records = records.records(labels: [])
  }

  var hasMoments: Bool { means != nil }

  /// What attacks may use, with the reference's answers put in the order of this file's.
  ///
  /// - Throws: ``AuditError``.
  func evidence(reference: TokenFile?) throws -> TokenEvidence {
    TokenEvidence(
      logProbabilities: logProbabilities, means: means, deviations: deviations, packedBytes: packedBytes,
      reference: try reference.map(means(under:)))
  }

  private func means(under reference: TokenFile) throws -> [Double] {
    guard let ids = records.ids, let others = reference.records.ids else { return [] }
    guard others.count == ids.count else {
      throw AuditError.file(
        path: reference.path,
        problem: "\(others.count) records but \(path) has \(ids.count): give both files the same records")
    }
    var table = others
    return try (0..<ids.count).map { place in
      let found = ids.utf8(place).withUnsafeBufferPointer { table.insert($0) }
      guard !found.isNew else {
        throw AuditError.file(
          path: reference.path,
          problem: "the id \(ids[place].excerpt) is not there: give both files the same records")
      }
      let values = reference.logProbabilities[found.place]
      return values.reduce(0, +) / Double(values.count)
    }
  }
}

/// One line of such a file.
private struct TokenRow {
  let id: String
  let isMember: Bool
  let text: String
  let logProbabilities: [Double]
  let moments: (means: [Double], deviations: [Double])?
  private static let margin = 1e-9

  init(_ object: [String: JSONValue], isReference: Bool) throws(RowFault) {
    id = try Self.id(object)
    isMember = isReference && object["member"] == nil ? false : try Self.membership(object)
    text = isReference && object["text"] == nil ? "" : try Self.text(object)
    let values = try Self.numbers(object, "logprobs")
    if let positive = values.first(where: { $0 > Self.margin }) { throw RowFault(.positive(found: "\(positive)")) }
    logProbabilities = values.map { min($0, 0) }
    guard object["mu"] != nil || object["sigma"] != nil else {
      moments = nil
      return
    }
    let means = try Self.numbers(object, "mu")
    let deviations = try Self.numbers(object, "sigma")
    guard means.count == values.count else { throw RowFault(.lengths(first: "logprobs", second: "mu")) }
    guard deviations.count == values.count else { throw RowFault(.lengths(first: "logprobs", second: "sigma")) }
    if let wrong = deviations.first(where: { $0 <= 0 }) { throw RowFault(.deviation(found: "\(wrong)")) }
    moments = (means, deviations)
  }

  private static func id(_ object: [String: JSONValue]) throws(RowFault) -> String {
    switch object["id"] {
    case .text(let text): return text
    case .number(let number) where number == number.rounded() && abs(number) < 1e15: return String(Int(number))
    case nil: throw RowFault(.missingField("id"))
    default: throw RowFault(.wrongField("id", needed: "a text or a whole number"))
    }
  }

  private static func membership(_ object: [String: JSONValue]) throws(RowFault) -> Bool {
    switch object["member"] {
    case .flag(let flag): return flag
    case .number(let number) where number == 0 || number == 1: return number == 1
    case nil: throw RowFault(.missingField("member"))
    default: throw RowFault(.wrongField("member", needed: "1 or true for a member, 0 or false for others"))
    }
  }

  private static func text(_ object: [String: JSONValue]) throws(RowFault) -> String {
    switch object["text"] {
    case .text(let text): return text
    case nil: throw RowFault(.missingField("text"))
    default: throw RowFault(.wrongField("text", needed: "a text"))
    }
  }

  private static func numbers(_ object: [String: JSONValue], _ key: String) throws(RowFault) -> [Double] {
    switch object[key] {
    case .numbers(let numbers): return numbers
    case nil: throw RowFault(.missingField(key))
    default: throw RowFault(.wrongField(key, needed: "a list of finite numbers"))
    }
  }
}
