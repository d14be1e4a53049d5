import Synchronization

/// A value made once, when first asked for, whoever asks first.
package final class Lazy<Value: Sendable>: Sendable {
  private let state = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  package var value: Value {
    state.withLock { state in
      if let state { return state }
      let value = make()
      state = value
      return value
    }
  }
}
