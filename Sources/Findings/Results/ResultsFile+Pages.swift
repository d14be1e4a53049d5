public import Foundation

extension ResultsFile {
  /// What pages are made of: all results but the rates of single targets, which no page shows and which fill most of the
  /// file.
  ///
  /// Only a file that is laid out as ``data(_:)`` does it is read so; any other is read whole.
  ///
  /// - Returns: ``AttackResult/targets`` of the right number, each without ``TargetResult/tpr``.
  /// - Throws: ``ResultsFileError``.
  public static func forPages(_ data: Data, path: String) throws(ResultsFileError) -> Results {
    if let results = try? results(TargetRates.leftOut(of: data), path: path) { return results }
    // What is wrong is told of the file as it is.
    return try results(data, path: path)
  }
}

/// Where the rates of single targets stand in a `results.json`, by the lines that this program writes.
private enum TargetRates {
  private static let targets = Array("          \"targets\" : [".utf8)
  private static let targetsEnd = Array("          ]".utf8)
  private static let rates = Array("              \"tpr\" : [".utf8)
  private static let ratesEnd = Array("              ]".utf8)

  /// The same with empty lists in their place.
  static func leftOut(of data: Data) -> Data {
    var left = Data(capacity: data.count / 2)
    var (isInTargets, start) = (false, 0)
    // From here on nothing is copied yet; nil within rates.
    var kept: Int? = 0
    data.withUnsafeBytes { bytes in
      while start < bytes.count, let base = bytes.baseAddress {
        let end = memchr(base + start, 0x0A, bytes.count - start).map { base.distance(to: UnsafeRawPointer($0)) + 1 }
        let line = start..<(end ?? bytes.count)
        func starts(_ text: [UInt8]) -> Bool {
          line.count > text.count && memcmp(text, base + line.lowerBound, text.count) == 0
        }
        if isInTargets {
          if let from = kept, starts(rates) {
            left.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[from..<line.upperBound]))
            kept = nil
          } else if kept == nil, starts(ratesEnd) {
            kept = line.lowerBound
          } else if starts(targetsEnd) {
            isInTargets = false
          }
        } else if starts(targets) {
          isInTargets = true
        }
        start = line.upperBound
      }
      if let kept { left.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[kept...])) }
    }
    return left
  }
}
