import CXGBoost
import Maths

/// What the XGBoost library says went wrong.
struct BoosterError: Error, Equatable {
  let message: String

  static func check(_ code: Int32) throws(BoosterError) {
    guard code != 0 else { return }
    let text = XGBGetLastError().map { String(cString: $0) } ?? "no reason given"
    throw BoosterError(message: String(text.prefix { $0 != "\n" }.prefix(200)))
  }
}

/// The library's booster, freed with its owner.
final class Booster {
  private let handle: BoosterHandle

  /// Grows `rounds` trees a class.
  init(features: Matrix, labels: [Float], settings: [String: String], rounds: Int) throws(BoosterError) {
    let table = try BoosterTable(features, labels: labels)
    var tables: [DMatrixHandle?] = [table.handle]
    var made: BoosterHandle?
    try BoosterError.check(XGBoosterCreate(&tables, 1, &made))
    guard let made else { throw BoosterError(message: "no booster was made") }
    handle = made
    for name in settings.keys.sorted() {
      try BoosterError.check(XGBoosterSetParam(handle, name, settings[name] ?? ""))
    }
    for round in 0..<rounds {
      try BoosterError.check(XGBoosterUpdateOneIter(handle, Int32(round), table.handle))
    }
  }

  /// Reads what ``bytes()`` wrote.
  init(bytes: [UInt8]) throws(BoosterError) {
    var made: BoosterHandle?
    try BoosterError.check(XGBoosterCreate(nil, 0, &made))
    guard let made else { throw BoosterError(message: "no booster was made") }
    handle = made
    try BoosterError.check(XGBoosterLoadModelFromBuffer(handle, bytes, bst_ulong(bytes.count)))
    try BoosterError.check(XGBoosterSetParam(handle, "nthread", "1"))
  }

  deinit { XGBoosterFree(handle) }

  func bytes() throws(BoosterError) -> [UInt8] {
    var (count, start): (bst_ulong, UnsafePointer<CChar>?) = (0, nil)
    try BoosterError.check(XGBoosterSaveModelToBuffer(handle, "{\"format\": \"ubj\"}", &count, &start))
    guard let start else { return [] }
    return UnsafeRawBufferPointer(start: start, count: Int(count)).map { $0 }
  }

  /// A number a record, or one for each class.
  func margins(_ features: Matrix) throws(BoosterError) -> [Float] {
    let table = try BoosterTable(features, labels: nil)
    var (count, start): (bst_ulong, UnsafePointer<Float>?) = (0, nil)
    // 1: margins, not probabilities.
    try BoosterError.check(XGBoosterPredict(handle, table.handle, 1, 0, 0, &count, &start))
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}

/// The library's copy of a matrix.
private final class BoosterTable {
  let handle: DMatrixHandle

  init(_ features: Matrix, labels: [Float]?) throws(BoosterError) {
    var made: DMatrixHandle?
    try BoosterError.check(
      XGDMatrixCreateFromMat(
        features.elements, bst_ulong(features.rows), bst_ulong(features.columns), .nan, &made))
    guard let made else { throw BoosterError(message: "no table was made") }
    handle = made
    if let labels {
      try BoosterError.check(XGDMatrixSetFloatInfo(handle, "label", labels, bst_ulong(labels.count)))
    }
  }

  deinit { XGDMatrixFree(handle) }
}
