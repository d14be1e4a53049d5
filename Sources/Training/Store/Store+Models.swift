import Files
import Foundation
public import Study

/// Networks that are kept beside their signals, by the key of their unit.
extension Store {
  private static let weightsFile = "model.safetensors"
  private static let reasonFile = "none.txt"

  /// Keeps a model's weights, or a note that it has none to keep.
  ///
  /// - Throws: ``StoreError``.
  func keep(_ model: any Model, _ key: String) throws {
    guard let weights = (model as? any KeptModel)?.weights else {
      let reason = "This model is no network by itself: only its answers are kept.\n"
      return try write([Self.reasonFile: Array(reason.utf8)], .models, key)
    }
    try write([Self.weightsFile: try weights.bytes], .models, key)
  }

  /// The network that was kept of a unit; nil where there is none, or none that can be read.
  public func keptModel(_ key: String) -> (any Model)? {
    guard case .found(let entry) = read(.models, key), let bytes = entry[Self.weightsFile],
      let tensors = SafeTensors(bytes)
    else { return nil }
    return NetworkModel(tensors)
  }
}
