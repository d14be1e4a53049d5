/// Memory of a fixed size that a training allocates once and its inner loops write through a pointer.
package final class Buffer<Element: BitwiseCopyable> {
  package let base: UnsafeMutablePointer<Element>
  let count: Int

  /// - Precondition: `count` is not negative.
  init(_ count: Int, filledWith value: Element) {
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  convenience init(_ elements: [Element], filler: Element) {
    self.init(elements.count, filledWith: filler)
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { base.update(from: start, count: source.count) }
    }
  }

  deinit { base.deallocate() }

  /// The elements, copied.
  package var elements: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
