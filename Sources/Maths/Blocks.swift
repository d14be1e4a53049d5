/// The records in ranges so short that what is added up for them stays in the nearest cache.
struct Blocks: Sequence, IteratorProtocol {
  private let records: Int
  private var start = 0
  private static let length = 512

  init(of records: Int) { self.records = records }

  mutating func next() -> Range<Int>? {
    guard start < records else { return nil }
    defer { start = Swift.min(start + Self.length, records) }
    return start..<Swift.min(start + Self.length, records)
  }
}

extension UnsafeBufferPointer {
  /// Where a block begins.
  func at(_ block: Range<Int>) -> UnsafePointer<Element>? { baseAddress.map { $0 + block.lowerBound } }
}

extension UnsafeMutableBufferPointer {
  /// Where a block begins.
  func at(_ block: Range<Int>) -> UnsafeMutablePointer<Element>? { baseAddress.map { $0 + block.lowerBound } }
}
