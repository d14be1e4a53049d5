import Study
import Testing

@Suite("A manifest")
struct ManifestTests {
  static let least = """
    name: quick
    datasets: [german_credit]
    models: [toy-forest]
    attacks: [toy-attack]
    """

  @Test("with the required keys alone has every default")
  func defaults() throws {
    let manifest = try read(Self.least)
    #expect(manifest.seed == 0 && manifest.date == nil && manifest.pool.models == 32)
    #expect(manifest.pool.population == nil && manifest.pool.independent == 0)
    #expect(manifest.defences.map(\.identity) == ["none"])
    #expect(manifest.models.map(\.values) == [ToyTrainer.standard.values])
  }

  @Test("asks for audits with canaries where it says so")
  func audit() throws {
    #expect(try read(Self.least).audit == nil)
    #expect(try read(Self.least + "\naudit: {}").audit == CanaryOptions())
    let one = try read(Self.least + "\naudit: {canaries: 80, kinds: natural}").audit
    #expect(one?.canaries == 80 && one?.kinds == [.natural])
  }

  @Test("keeps networks where it says so")
  func keep() throws {
    #expect(try read(Self.least).keep.isEmpty)
    #expect(try read(Self.least + "\nkeep: models").keep == [.models])
    #expect(try read(Self.least + "\nkeep: [models]").keep == [.models])
  }

  @Test("asks for walks along the boundary where it says so")
  func boundary() throws {
    #expect(try read(Self.least).boundary == nil)
    #expect(try read(Self.least + "\nboundary: {}").boundary == BoundaryOptions())
    let one = try read(Self.least + "\nboundary: {records: 50, queries: 60}").boundary
    #expect(one?.records == 50 && one?.queries == 60)
  }

  @Test("sets parameters by name, and a list in place of a value is a sweep")
  func sweep() throws {
    let manifest = try read(
      Self.least.replacing("[toy-forest]", with: "[{name: toy-forest, trees: [10, 20], rate: [0.1, 1]}]"))
    let forests = manifest.models.compactMap { $0 as? ToyTrainer }
    #expect(forests.map(\.trees) == [10, 10, 20, 20])
    #expect(forests.map(\.rate) == [0.1, 1, 0.1, 1])
    #expect(Set(Plan(manifest).cells.map(\.id)).count == 4)
  }

  @Test("takes a list as the value of a list, and a list of lists as its sweep")
  func lists() throws {
    let one = try read(Self.least.replacing("[toy-forest]", with: "[{name: toy-forest, hidden: [8, 4]}]"))
    #expect(one.models.compactMap { ($0 as? ToyTrainer)?.hidden } == [[8, 4]])
    let two = try read(Self.least.replacing("[toy-forest]", with: "[{name: toy-forest, hidden: [[8], [4, 2]]}]"))
    #expect(two.models.compactMap { ($0 as? ToyTrainer)?.hidden } == [[8], [4, 2]])
  }

  struct Refusal: CustomTestStringConvertible {
    let wrong: String
    let line: Int?
    let says: [String]
    var testDescription: String { wrong }
  }

  static let refusals = [
    Refusal(wrong: least + "\nmodles: [x]", line: 5, says: ["no key 'modles'", "did you mean models"]),
    Refusal(
      wrong: least.replacing("toy-forest", with: "toy-forrest"), line: 3,
      says: ["no model 'toy-forrest'", "toy-forest"]),
    Refusal(wrong: least.replacing("german_credit", with: "german"), line: 2, says: ["no dataset 'german'"]),
    Refusal(wrong: least.replacing("attacks:", with: "#"), line: 1, says: ["no 'attacks'"]),
    Refusal(wrong: least + "\naudit: {canaries: 5}", line: 5, says: ["audit: canaries", "from 20", "5"]),
    Refusal(wrong: least + "\nkeep: weights", line: 5, says: ["keep cannot be 'weights'", "models"]),
    Refusal(wrong: least + "\nboundary: {records: 5000}", line: 5, says: ["boundary: records", "1000", "5000"]),
    Refusal(wrong: least + "\nboundary: {queries: 5}", line: 5, says: ["boundary: queries", "from 50", "5"]),
    Refusal(wrong: least + "\naudit: {kinds: [planted]}", line: 5, says: ["audit: kinds cannot be 'planted'"]),
    Refusal(wrong: least + "\naudit: {kinds: [natural, natural]}", line: 5, says: ["twice"]),
    Refusal(wrong: least + "\nseed: -1", line: 5, says: ["seed", "from 0", "-1"]),
    Refusal(wrong: least + "\nseed: 1.5", line: 5, says: ["seed", "whole number"]),
    Refusal(wrong: least + "\nname: again", line: nil, says: ["'name' stands twice"]),
    Refusal(wrong: least + "\npool: {models: 7}", line: 5, says: ["even", "7"]),
    Refusal(wrong: least + "\npool: {models: 4}", line: 5, says: ["'toy-attack' needs pool: models 8"]),
    Refusal(wrong: least + "\ndate: 2026-02-30", line: 5, says: ["yyyy-mm-dd", "2026-02-30"]),
    Refusal(wrong: least.replacing("quick", with: "../up"), line: 1, says: ["name must be letters"]),
    Refusal(
      wrong: least.replacing("[toy-forest]", with: "[{name: toy-forest, tree: 3}]"), line: 3,
      says: ["no key 'tree'", "trees"]),
    Refusal(
      wrong: least.replacing("[toy-forest]", with: "[{name: toy-forest, trees: 0}]"), line: 3,
      says: ["'trees'", "1 to 1000", "0"]),
    Refusal(
      wrong: least.replacing("[toy-forest]", with: "[{name: toy-forest, trees: ten}]"), line: 3,
      says: ["'trees'", "whole number", "ten"]),
    Refusal(
      wrong: least.replacing("[toy-forest]", with: "[{name: toy-forest, split: ginny}]"), line: 3,
      says: ["'split'", "did you mean gini"]),
    Refusal(
      wrong: least.replacing("[toy-forest]", with: "[{name: toy-forest, bootstrap: yes}]"), line: 3,
      says: ["'bootstrap'", "true or false"]),
    Refusal(wrong: least.replacing("[toy-forest]", with: "[toy-forest, toy-forest]"), line: 3, says: ["twice"]),
    Refusal(wrong: least.replacing("[toy-forest]", with: "[]"), line: 3, says: ["empty"]),
    Refusal(wrong: "name: [", line: nil, says: ["not YAML"]),
    Refusal(wrong: "", line: nil, says: ["empty"]),
    Refusal(wrong: "- a\n- b", line: 1, says: ["must be a mapping"]),
    Refusal(wrong: least + "\n? [a, b]\n: 1", line: 5, says: ["must be a word"]),
  ]

  @Test("is refused with the place, the value and a remedy", arguments: refusals)
  func refused(case refusal: Refusal) {
    let error = #expect(throws: ManifestError.self) { try read(refusal.wrong) }
    if let line = refusal.line { #expect(error?.line == line) }
    let text = error?.description ?? ""
    #expect(text.hasPrefix("study.yaml") && !text.contains("\n"))
    for part in refusal.says { #expect(text.contains(part), "\(text)") }
  }

  @Test("of hostile size, depth or aliases is refused before it is parsed")
  func hostile() {
    let bomb = (1...30).reduce("a0: &a0 [x]\n") { $0 + "a\($1): &a\($1) [*a\($1 - 1), *a\($1 - 1)]\n" }
    let texts = [
      String(repeating: "x", count: 50_000_000), String(repeating: "[", count: 100_000),
      String(repeating: "- ", count: 100_000), bomb,
      (0..<100_000).map { String(repeating: " ", count: min($0, 400)) + "a:\n" }.prefix(2_000).joined(),
    ]
    for text in texts {
      #expect(throws: ManifestError.self) { try read(text) }
    }
  }

  @Test("holding control characters or bytes that are not UTF-8 is refused")
  func bytes() {
    #expect(throws: ManifestError.self) { try read("name: \"a\\u0007b\"") }
    #expect(throws: ManifestError.self) {
      try Manifest.read([0x6E, 0xFF, 0xFE], file: "study.yaml", catalogue: toys)
    }
    #expect(throws: ManifestError.self) { try read("name: a\u{0}b") }
  }
}
