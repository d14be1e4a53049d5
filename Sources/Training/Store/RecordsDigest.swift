import Crypto
import Foundation
public import Study

/// SHA-256 over what a trainer sees of a dataset: names, types, values, labels and subjects, never the file's name.
public enum RecordsDigest {
  public static func hex(of records: Records) -> String {
    var hash = SHA256()
    func add(_ text: String) {
      var length = UInt64(text.utf8.count).littleEndian
      withUnsafeBytes(of: &length) { hash.update(bufferPointer: $0) }
      hash.update(data: Data(text.utf8))
    }
    func add<Number: FixedWidthInteger>(_ numbers: [Number]) {
      numbers.map(\.littleEndian).withUnsafeBytes { hash.update(bufferPointer: $0) }
    }
    add("records/1")
    add([Int64(records.count), Int64(records.columns.count)])
    for column in records.columns {
      add(column.name)
      switch column.values {
      case .numbers(let numbers, let missing):
        add("numbers")
        add(numbers.map(\.bitPattern))
        add(missing.map { $0 ? UInt8(1) : 0 })
      case .codes(let codes, let levels):
        add("codes")
        levels.forEach { add($0) }
        add(codes)
      }
    }
    records.classes.forEach { add($0) }
    add(records.labels.map(Int64.init))
    add(records.subjects.map(Int64.init))
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
