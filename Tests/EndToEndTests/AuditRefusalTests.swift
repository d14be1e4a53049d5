import Files
import Foundation
import Testing

@Suite("An audit refuses")
struct AuditRefusalTests {
  struct Fault: CustomTestStringConvertible {
    let name: String
    let file: String
    let content: [UInt8]
    let says: [String]
    var arguments: [String] = []
    var testDescription: String { name }

    init(
      _ name: String, _ file: String, _ content: some Sequence<UInt8>, says: [String], _ arguments: [String] = []
    ) {
      self.name = name
      self.file = file
      self.content = Array(content)
      self.says = says
      self.arguments = arguments
    }
  }

  private static func table(_ name: String, _ row: Int, _ column: Int, _ text: String, says: [String]) -> Fault {
    Fault(
      name, "a.csv", AuditFiles.table(row: row, column: column, text).utf8,
      says: (row == 0 ? [] : ["line \(row + 1)"]) + says)
  }

  static let numbers: [Fault] = [
    table("a probability that is NaN", 5, 3, "nan", says: ["\"p_0\"", "nan"]),
    table("an infinite probability", 5, 3, "inf", says: ["\"p_0\""]),
    table("a negative probability", 5, 3, "-0.001", says: ["no probability"]),
    table("a probability above 1", 5, 3, "1.00001", says: ["no probability"]),
    table("probabilities that sum to less", 5, 3, "0.0001", says: ["sum to", "--normalise"]),
    table("a label out of range", 5, 2, "3", says: ["label", "0 to 2"]),
    table("a label that is not whole", 5, 2, "0.5", says: ["label"]),
    table("a negative label", 5, 2, "-1", says: ["label"]),
    table("a membership out of range", 5, 1, "2", says: ["membership"]),
    table("a membership that is not whole", 5, 1, "0.5", says: ["membership"]),
    table("text where a number belongs", 5, 3, "high", says: ["\"high\""]),
    table("nothing where a number belongs", 5, 3, "", says: ["\"p_0\""]),
    table("a hexadecimal number", 5, 3, "0x1p-2", says: ["\"p_0\""]),
    table("an id twice", 5, 0, "r0", says: ["stands twice"]),
    table("an id on both sides", 50, 0, "r0", says: ["member and as a non-member"]),
    table("an empty id", 5, 0, "", says: ["empty"]),
    table("a missing column", 0, 1, "inside", says: ["no column \"member\"", "--columns"]),
    table("a missing class", 0, 4, "p_7", says: ["no column \"p_1\""]),
    table("a column twice", 0, 4, "p_0", says: ["column 4"]),
    table("a row with a field too many", 5, 5, "0.1,0.1", says: ["7 fields"]),
    table("a row with a field too few", 5, 0, "0", says: []),
  ].filter { !$0.says.isEmpty && $0.name != "a row with a field too few" }

  static let texts: [Fault] = [
    Fault("an empty file", "a.csv", [], says: ["empty"]),
    Fault("a header alone", "a.csv", "id,member,label,p_0,p_1\n".utf8, says: ["header"]),
    Fault("a ragged row", "a.csv", "id,member,label,p_0,p_1\na,1,0,1\n".utf8, says: ["4 fields"]),
    Fault(
      "members alone", "a.csv", "id,member,label,p_0,p_1\na,1,0,0.5,0.5\nb,1,0,0.5,0.5\n".utf8,
      says: ["every record is a member"]),
    Fault("UTF-16", "a.csv", AuditFiles.table().utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, says: ["NUL"]),
    Fault("UTF-16 with its mark", "a.csv", [0xFF, 0xFE, 0x69, 0], says: ["UTF-8"]),
    Fault("a NUL byte", "a.csv", AuditFiles.table(row: 5, column: 0, "a\0b").utf8, says: ["line 6", "NUL"]),
    Fault("bytes that are not UTF-8", "a.csv", Array(AuditFiles.table().utf8) + [0xC3, 0x28], says: ["UTF-8"]),
    Fault("an unclosed quote", "a.csv", AuditFiles.table(row: 5, column: 0, "\"a").utf8, says: ["quote"]),
    Fault(
      "a field over 64 KiB", "a.csv", AuditFiles.table(row: 5, column: 0, String(repeating: "a", count: 70_000)).utf8,
      says: ["65536"]),
    Fault("a truncated gzip file", "a.csv.gz", gzip.prefix(60), says: ["gzip", "early"]),
    Fault("a lone array", "a.npy", NPYArray([1, 2]).bytes, says: ["numpy.savez"]),
    Fault("an unknown attack", "a.csv", AuditFiles.table().utf8, says: ["no attack 'magic'"], ["--attacks", "magic"]),
    Fault(
      "an unknown parameter", "a.csv", AuditFiles.table().utf8, says: ["no parameter 'b'"],
      ["--attacks", "rmia-offline:b=1"]),
    Fault("a target that is not there", "a.csv", AuditFiles.table().utf8, says: ["--targets"], ["--targets", "1"]),
    Fault("a resolution of a half", "a.csv", AuditFiles.table().utf8, says: ["--resolution"], ["--resolution", "0.5"]),
    Fault("a rate of 1", "a.csv", AuditFiles.table().utf8, says: ["--fpr", "between 0 and 1"], ["--fpr", "0.1,1"]),
    Fault(
      "other row counts between files", "a.csv", AuditFiles.table().utf8, says: ["79 records"],
      ["--records", "features.csv"]),
  ]

  /// A table packed by gzip, as `gzip -9` writes it.
  static let gzip: [UInt8] = (try? shellGzip(AuditFiles.table())) ?? []

  private static func shellGzip(_ text: String) throws -> [UInt8] {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("rollcall-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(atPath: url.path + ".gz") }
    try text.write(to: url, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "gzip -9 '\(url.path)'"]
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: URL(fileURLWithPath: url.path + ".gz")))
  }

  static let lines: [Fault] = [
    line("a key twice", #"{"id": "a", "id": "b", "member": 1, "text": "", "logprobs": [-1]}"#, says: ["twice"]),
    line("deep nesting", #"{"id": "# + String(repeating: "[", count: 100_000), says: ["nest"]),
    line("a positive log-probability", AuditFiles.line(99, logprobs: "[-1, 0.5]"), says: ["above 0"]),
    line(
      "sigma of 0", AuditFiles.line(99, more: #", "mu": [-1, -1], "sigma": [1, 0]"#), says: ["sigma"]),
    line(
      "unequal lengths", AuditFiles.line(99, more: #", "mu": [-1], "sigma": [1, 1]"#), says: ["different lengths"]),
    line("no number in a list", AuditFiles.line(99, logprobs: #"[-1, "x"]"#), says: ["logprobs"]),
    line("NaN in a list", AuditFiles.line(99, logprobs: "[-1, NaN]"), says: ["JSON"]),
    line("a missing key", #"{"id": "a", "member": 1, "text": "b"}"#, says: ["logprobs"]),
    line("a membership of 2", AuditFiles.line(99, member: "2"), says: ["member"]),
    line("an id twice in lines", AuditFiles.line(0), says: ["stands twice"]),
    line("a list as a line", "[1]", says: ["object"]),
    line("half of a surrogate pair", #"{"id": "\ud800", "member": 1, "text": "b"}"#, says: ["surrogate"]),
  ]

  private static func line(_ name: String, _ text: String, says: [String]) -> Fault {
    Fault(name, "a.jsonl", (AuditFiles.tokens() + "\n" + text + "\n").utf8, says: ["line 61"] + says)
  }

  static let arrays: [Fault] = [
    archive("no labels", ["labels": nil], says: ["no array \"labels\""]),
    archive("labels out of range", ["labels": ints(480) { $0 == 7 ? 10 : 0 }], says: ["'labels'", "10"]),
    archive("too few labels", ["labels": ints(479) { _ in 0 }], says: ["labels"]),
    archive("memberships of 2", ["membership": ints(64, 480) { $0 == 9 ? 2 : 0 }], says: ["'membership'"]),
    archive("a model of members alone", ["membership": ints(64, 480) { _ in 1 }], says: ["every record"]),
    archive("too few models", ["membership": ints(63, 480) { $0 % 2 }], says: ["63"]),
    archive(
      "logits that are not finite",
      ["logits": NPYArray(shape: [64, 480, 10], elements: .float32([Float](repeating: .nan, count: 307_200)))],
      says: ["'logits'", "[0, 0, 0]"]),
    archive("logits of whole numbers", ["logits": ints(64, 480, 10) { $0 % 3 }], says: ["float32"]),
    archive("logits of two dimensions", ["logits": ints(64, 4800) { $0 % 3 }], says: ["models, records, classes"]),
    Fault("an archive cut short", "a.npz", archiveBytes.prefix(100_000), says: ["NPZ"]),
    Fault("an archive with a wrong checksum", "a.npz", flipped(200_000), says: ["checksum"]),
  ]

  private static let archiveBytes = (try? AuditFiles.signals()) ?? []

  private static func flipped(_ place: Int) -> [UInt8] {
    var bytes = archiveBytes
    bytes[place] ^= 1
    return bytes
  }

  private static func ints(_ shape: Int..., value: (Int) -> Int) -> NPYArray {
    NPYArray(shape: shape, elements: .int64((0..<shape.reduce(1, *)).map { Int64(value($0)) }))
  }

  private static func archive(_ name: String, _ changes: [String: NPYArray?], says: [String]) -> Fault {
    Fault(name, "a.npz", (try? AuditFiles.signals(changes)) ?? [], says: says)
  }

  @Test(
    "in one sentence that says where, leaving the folder untouched", arguments: numbers + texts + lines + arrays)
  func refused(fault: Fault) throws {
    let program = try Program()
    try program.write(fault.content, to: fault.file)
    let features = AuditFiles.rows().dropLast().map { "\($0[0]),\($0[3])" }.joined(separator: "\n")
    try program.write(features, to: "features.csv")
    try program.write("kept", to: "out/report.html")
    let end = try program.start(
      ["audit", fault.file, "--output", "out"] + fault.arguments, shell: "ulimit -v 1600000 -t 10"
    ).end()
    #expect(end.status == 2 && end.output.isEmpty, "\(end.status) \(end.output) \(end.errors)")
    for part in fault.says { #expect(end.errors.contains(part), "\(end.errors)") }
    let errors = end.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") || $0.hasPrefix("Error: ") }
    #expect(errors.count == 1 && end.errors.utf8.count < 2_000 && !end.errors.contains("Fatal"), "\(end.errors)")
    #expect(try program.snapshot("out").keys.sorted() == ["/report.html"])
    #expect(try program.read("out/report.html") == Data("kept".utf8))
  }

  @Test("archives that unpack without end")
  func bomb() throws {
    let program = try Program()
    // 300 MB of zeros in 0.3 MB, as Python's zipfile packs them.
    let script = """
      import zipfile, io
      head = b"\\x93NUMPY\\x01\\x00" + (118).to_bytes(2, "little")
      text = "{'descr': '<f8', 'fortran_order': False, 'shape': (37500, 100, 10), }"
      body = head + text.ljust(117).encode() + b"\\n"
      z = zipfile.ZipFile("a.npz", "w", zipfile.ZIP_DEFLATED)
      for name in ["membership", "labels", "logits"]:
          with z.open(name + ".npy", "w", force_zip64=True) as f:
              f.write(body)
              for _ in range(300): f.write(bytes(1000000))
      z.close()
      """
    try program.write(script, to: "bomb.py")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "bomb.py"]
    process.currentDirectoryURL = program.folder
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let end = try program.run("audit", "a.npz", "--output", "out", shell: "ulimit -v 1600000 -t 10")
    #expect(end.status == 2 && end.errors.contains("200 times"), "\(end.errors)")
  }
}
