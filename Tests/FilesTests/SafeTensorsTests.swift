import Files
import Testing

@Suite("Safetensors files")
struct SafeTensorsTests {
  private static let sample = SafeTensors(
    tensors: [
      ("b", .init(shape: [2, 3], values: [1, -2, 0.5, .infinity, Float(bitPattern: 1), -0.0])),
      ("a", .init(shape: [], values: [7])),
      ("\"ä\"", .init(shape: [0, 4], values: [])),
    ], metadata: ["format": "x/1", "who": "a \"quoted\" word"])

  @Test("read back to the same arrays and words")
  func roundTrip() throws {
    let bytes = try Self.sample.bytes
    let again = try #require(SafeTensors(bytes))
    #expect(again["b"] == Self.sample["b"] && again["a"] == Self.sample["a"] && again["\"ä\""] == Self.sample["\"ä\""])
    #expect(again.metadata == Self.sample.metadata && again.tensors.count == 3 && again["c"] == nil)
    #expect(bytes[0..<8].dropFirst(2).allSatisfy { $0 == 0 } && Int(bytes[0]) % 8 == 0, "data start at a multiple of 8")
    #expect(try Self.sample.bytes == bytes)
  }

  private static func file(_ header: String, data: Int = 0) -> [UInt8] {
    let text = Array(header.utf8)
    return [UInt8(text.count & 255), UInt8(text.count >> 8), 0, 0, 0, 0, 0, 0] + text
      + [UInt8](repeating: 0, count: data)
  }

  @Test(
    "are refused where places overlap, lie outside or leave gaps, and for other types",
    arguments: [
      file("{}", data: 4), file("[]"), file("{\"a\":1}"), file("{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", data: 4),
      file("{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", data: 8),
      file("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", data: 4),
      file("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}"),
      file("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", data: 8),
      file("{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,-4]}}"),
      file(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,0]}}"),
      file(
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
          + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", data: 4),
      [], [1, 2, 3], [255, 255, 255, 255, 255, 255, 255, 255], [255, 0, 0, 0, 0, 0, 0, 0, 123],
    ])
  func hostile(bytes: [UInt8]) { #expect(SafeTensors(bytes) == nil) }

  @Test("cut anywhere are refused")
  func cut() throws {
    let bytes = try Self.sample.bytes
    for length in 0..<bytes.count { #expect(SafeTensors(Array(bytes[..<length])) == nil) }
  }
}
