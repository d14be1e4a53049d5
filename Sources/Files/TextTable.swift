/// Different texts in the order of their first appearance, found by their bytes.
///
/// 24 bytes a text beside the text itself. Its hashing is seeded anew in each process, so that no file can be made to
/// collide; what it answers does not depend on that.
public struct TextTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  /// Places of texts plus 1, by hash; 0 where there is none.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  /// The most bytes of one text.
  public private(set) var longest = 0

  public init() {}

  public var count: Int { ends.count }

  /// The text at a place, as bytes.
  public func utf8(_ place: Int) -> ArraySlice<UInt8> { bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]] }

  public subscript(place: Int) -> String { String(decoding: utf8(place), as: UTF8.self) }

  /// The place of a text, which is added where it is new.
  ///
  /// - Precondition: fewer than 2^32 - 1 texts.
  public mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> (place: Int, isNew: Bool) {
    if 2 * (ends.count + 1) > slots.count { grow() }
    var slot = Self.hash(UnsafeRawBufferPointer(text)) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if holds(place, text) { return (place, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    longest = max(longest, text.count)
    slots[slot] = UInt32(ends.count)
    return (ends.count - 1, true)
  }

  private func holds(_ place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = place == 0 ? 0 : ends[place - 1]
    guard ends[place] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<text.count where bytes[start + index] != text[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: 2 * slots.count)
    bytes.withUnsafeBytes { all in
      var start = 0
      for (place, end) in ends.enumerated() {
        var slot = Self.hash(UnsafeRawBufferPointer(rebasing: all[start..<end])) & (larger.count - 1)
        while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
        larger[slot] = UInt32(place + 1)
        start = end
      }
    }
    slots = larger
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: bytes)
    return hasher.finalize()
  }
}
