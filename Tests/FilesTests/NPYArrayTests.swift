import Files
import Testing

@Suite("NPY arrays") struct NPYArrayTests {
  private func golden(_ name: String) throws -> NPYArray {
    try NPYArray(reading: Golden.url(name + ".npy"), limit: 9999)
  }

  private func fault(_ bytes: [UInt8]) -> NPYFault? {
    do {
      _ = try NPYArray(bytes, path: "a.npy")
      return nil
    } catch {
      guard case .array(_, _, let fault) = error else { return nil }
      return fault
    }
  }

  /// An array of one byte an element with this header text, which need not be padded.
  private func array(_ text: String, body: [UInt8] = []) -> [UInt8] {
    [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8) + body
  }

  @Test("arrays written by NumPy are read")
  func numPy() throws {
    let halves = NPYArray(shape: [2, 3], elements: .float32([-0.5, -0.25, 0, 0.25, 0.5, 0.75]))
    #expect(try golden("float32") == halves)
    #expect(try golden("version2") == halves)
    #expect(try golden("version3") == halves)
    #expect(
      try golden("float64-fortran") == NPYArray(shape: [2, 3, 4], elements: .float64((0..<24).map(Double.init))))
    #expect(try golden("int64-big-endian") == NPYArray(shape: [3], elements: .int64([1, -2, 1 << 62])))
    #expect(try golden("bool") == NPYArray(shape: [2, 2], elements: .bool([true, false, false, true])))
    #expect(try golden("uint8") == NPYArray(shape: [5], elements: .uint8([0, 1, 2, 3, 4])))
    #expect(try golden("scalar") == NPYArray(shape: [], elements: .float64([2.5])))
    #expect(try golden("empty") == NPYArray(shape: [0, 3], elements: .float32([])))
  }

  @Test("what is written equals NumPy's bytes", arguments: ["float32", "bool", "uint8", "scalar", "empty"])
  func writes(name: String) throws {
    #expect(try golden(name).bytes == Golden.bytes(name + ".npy"))
  }

  @Test("what is written is read again, whatever the type")
  func roundTrip() throws {
    let elements: [NPYArray.Elements] = [
      .float32([.infinity, -0.0, .leastNonzeroMagnitude, 3]), .float64([.pi, -.infinity, 1e-300, 0]),
      .int64([.min, .max, 0, -1]), .bool([true, false, true, true]), .uint8([0, 255, 7, 1]),
    ]
    for elements in elements {
      for shape in [[4], [2, 2], [1, 4, 1]] {
        let array = NPYArray(shape: shape, elements: elements)
        #expect(array.bytes.count % 64 == (elements.count * width(elements)) % 64)
        #expect(try NPYArray(array.bytes, path: "a.npy") == array)
      }
    }
  }

  private func width(_ elements: NPYArray.Elements) -> Int {
    switch elements {
    case .float32: 4
    case .float64, .int64: 8
    case .bool, .uint8: 1
    }
  }

  @Test("objects, structures and other types are refused")
  func types() throws {
    #expect(try fault(Golden.bytes("objects.npy")) == .objects)
    #expect(try fault(Golden.bytes("structured.npy")) == .structured)
    #expect(try fault(Golden.bytes("complex.npy")) == .elementType("<c8"))
    #expect(fault(array("{'descr': '|f4', 'fortran_order': False, 'shape': ()}")) == .badHeader)
  }

  @Test("every truncation and a byte too many are refused")
  func sizes() throws {
    let whole = try Golden.bytes("float32.npy")
    for count in 0..<whole.count { #expect(fault(Array(whole[..<count])) != nil) }
    #expect(fault(Array(whole.dropLast())) == .wrongSize(found: 23, expected: 24))
    #expect(fault(whole + [0]) == .wrongSize(found: 25, expected: 24))
    let later = Array(whole[..<6]) + [9] + whole[7...]
    #expect(fault(later) == .version(major: 9))
    #expect(fault(Array("not an array".utf8)) == .notNPY)
  }

  @Test(
    "bad shapes are refused",
    arguments: [
      ("(-1,)", .badHeader), ("(3)", .badHeader), ("(1.5,)", .badHeader), ("3", .badHeader), ("'3'", .badShape),
      ("(99999999999999999999,)", .badHeader), ("(4294967296, 4294967296)", .tooLarge),
      ("(9223372036854775807, 2)", .tooLarge), ("(2,)", .wrongSize(found: 0, expected: 2)), ("(,)", .badHeader),
    ] as [(String, NPYFault)])
  func shapes(shape: String, expected: NPYFault) {
    #expect(fault(array("{'descr': '|u1', 'fortran_order': False, 'shape': \(shape), }")) == expected)
  }

  @Test(
    "damaged headers are refused",
    arguments: [
      "  ", "{}", "{'descr': '|u1'}", "{'descr': '|u1', 'fortran_order': 0, 'shape': ()}",
      "{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': ()}",
      "{'descr': '|u1', 'fortran_order': False, 'shape': ()} x",
      "{'descr': '|u1', 'fortran_order': False, 'shape': (), 'more': 'x'}",
      "{'descr': '|u1', 'fortran_order': False, 'shape': (",
    ])
  func headers(text: String) {
    #expect(fault(array(text)) == .badHeader)
  }

  @Test("a byte that is no truth is refused in an array of booleans, with its place")
  func booleans() {
    let bytes = array("{'descr': '|b1', 'fortran_order': False, 'shape': (2,), }", body: [1, 2])
    #expect(throws: FileError.array(path: "a.npy", offset: bytes.count - 1, fault: .notABoolean(2))) {
      try NPYArray(bytes, path: "a.npy")
    }
  }
}
