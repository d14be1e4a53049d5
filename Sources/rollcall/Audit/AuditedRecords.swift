import Files
import Study

/// Whose answers are judged: N records in the order of their file.
struct AuditedRecords: Sendable {
  /// N different ids; nil where the file has none and records are numbered.
  var ids: TextTable?
  /// N memberships; of sets of models they stand elsewhere.
  var truths: [Bool] = []
  /// N labels; empty for texts.
  var labels: [Int] = []
  /// N subjects, dense from 0; nil where each record is one.
  var subjects: [Int]?
  /// N groups, as places in ``groupNames``; nil where there are none.
  var groups: [Int]?
  var groupNames = TextTable()

  /// Bytes.
  static let longestID = 1_024

  var members: Int { truths.count { $0 } }

  /// What names each record: its id, or its number from 0 where there are none.
  var names: TextTable {
    if let ids { return ids }
    var numbers = TextTable()
    for number in labels.indices {
      var text = String(number)
      text.withUTF8 { _ = numbers.insert($0) }
    }
    return numbers
  }

  /// Refuses records that are all on one side.
  ///
  /// - Throws: ``AuditError``.
  static func checkSides(_ truths: [Bool], path: String) throws {
    let members = truths.count { $0 }
    guard members > 0, members < truths.count else {
      throw AuditError.file(
        path: path,
        problem: members == 0
          ? "no record is a member; add records that the model was trained on, with member 1"
          : "every record is a member; add records that the model was not trained on, with member 0")
    }
  }
}

/// Reads what identifies a record, whatever the file.
struct RecordReader {
  private(set) var ids = TextTable()
  private(set) var truths: [Bool] = []
  private(set) var subjects: [Int] = []
  private var subjectNames = TextTable()
  private(set) var groups: [Int] = []
  private var groupNames = TextTable()

  /// Takes a record up.
  mutating func add(id: UnsafeBufferPointer<UInt8>, isMember: Bool) throws(RowFault) {
    guard !id.isEmpty else { throw RowFault(.emptyIdentifier(column: "id")) }
    guard id.count <= AuditedRecords.longestID else {
      throw RowFault(.longIdentifier(limit: AuditedRecords.longestID))
    }
    let (place, isNew) = ids.insert(id)
    guard isNew else {
      let text = String(decoding: id, as: UTF8.self)
      throw RowFault(truths[place] == isMember ? .duplicate(id: text) : .bothSides(id: text))
    }
    truths.append(isMember)
  }

  mutating func add(subject: UnsafeBufferPointer<UInt8>) throws(RowFault) {
    subjects.append(try Self.place(of: subject, in: &subjectNames, column: "subject"))
  }

  mutating func add(group: UnsafeBufferPointer<UInt8>) throws(RowFault) {
    groups.append(try Self.place(of: group, in: &groupNames, column: "group"))
  }

  private static func place(
    of text: UnsafeBufferPointer<UInt8>, in table: inout TextTable, column: String
  ) throws(RowFault) -> Int {
    guard !text.isEmpty else { throw RowFault(.emptyIdentifier(column: column)) }
    guard text.count <= AuditedRecords.longestID else {
      throw RowFault(.longIdentifier(limit: AuditedRecords.longestID))
    }
    return table.insert(text).place
  }

  /// Whether a text says that a record is a member.
  static func membership(_ field: UnsafeBufferPointer<UInt8>) throws(RowFault) -> Bool {
    if field.count == 1, field[0] == 0x30 || field[0] == 0x31 { return field[0] == 0x31 }
    if let number = DecimalText(field) {
      if number.value == 0 { return false }
      if number.value == 1 { return true }
    }
    let text = String(decoding: field, as: UTF8.self)
    switch text.lowercased() {
    case "true": return true
    case "false": return false
    default: throw RowFault(.membership(found: text))
    }
  }

  consuming func records(labels: [Int]) -> AuditedRecords {
    let distinct = subjectNames.count
    return AuditedRecords(
      ids: ids, truths: truths, labels: labels, subjects: !subjects.isEmpty && distinct < truths.count ? subjects : nil,
      groups: groups.isEmpty ? nil : groups, groupNames: groupNames)
  }
}

/// What is wrong with the row at hand.
struct RowFault: Error {
  let problem: RowProblem
  init(_ problem: RowProblem) { self.problem = problem }
}
