import Foundation

/// JSON whose bytes depend on the value alone: sorted keys, slashes as they are, the shortest numbers, no blanks.
public enum CanonicalJSON {
  public static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }
}
