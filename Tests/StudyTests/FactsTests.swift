import Study
import Testing

@Suite("Facts")
struct FactsTests {
  static let house = """
    laws:
      - id: sg
        name: The Act
        source: {title: Gazette, url: "https://example.org/act"}
        as-of: 2026-06
        confidence: primary
        rules:
          - {id: cap, amount: 1000000}
          - {id: jail, years: 3}
    words: {low: small, high: large}
    """

  private func facts(client: String? = nil) throws(ManifestError) -> FactNode {
    let own = client.map { [Facts.Text(file: .regulation, path: "own.yaml", bytes: Array($0.utf8))] }
    return try Facts(
      house: [.init(file: .regulation, path: "house.yaml", bytes: Array(Self.house.utf8))], client: own ?? []
    )[.regulation]
  }

  static let vouched = "source: Our counsel, as-of: 2026-11-01, confidence: client"

  @Test("of a consultant change the members they name, and leave the others")
  func merged() throws {
    let root = try facts(client: "laws: [{id: sg, \(Self.vouched), rules: [{id: cap, amount: 5}]}]")
    let law = try #require(try root.member("laws").list().first)
    #expect(try law.member("name").text() == "The Act")
    let rules = try law.member("rules").list()
    #expect(rules.count == 2)
    #expect(try rules[0].member("amount").number(in: 0...10) == 5)
    #expect(rules[0].file == "own.yaml" && rules[1].file == "house.yaml")
    let origin = try FactOrigin(rules[0], inheriting: try FactOrigin(law))
    #expect(origin.sources == [.init(title: "Our counsel", url: nil)] && origin.confidence == .client)
  }

  @Test("of a consultant with a new id stand last")
  func added() throws {
    let root = try facts(client: "laws: [{id: my, name: Another, \(Self.vouched)}]")
    #expect(try root.member("laws").list().map { try $0.member("id").text() } == ["sg", "my"])
  }

  @Test(
    "without an origin are refused",
    arguments: [
      ("laws: [{id: sg, name: Other}]", "has no 'source'"), ("laws: [{id: sg, source: x}]", "has no 'as-of'"),
      ("laws: [{id: sg, source: x, as-of: 2026-06}]", "has no 'confidence'"),
      ("laws: [{id: sg, source: x, as-of: June, confidence: primary}]", "yyyy-mm"),
      ("laws: [{id: sg, source: {title: x, url: ftp}, as-of: 2026-06, confidence: primary}]", "https://"),
      ("laws: [{id: sg, source: x, as-of: 2026-06, confidence: sure}]", "sure"),
    ])
  func unsourced(client: String, says: String) {
    let error = #expect(throws: ManifestError.self) { try facts(client: client) }
    #expect(error?.file == "own.yaml" && error?.line == 1)
    #expect(error?.message.contains(says) == true && error?.message.contains("laws: sg") == true)
  }

  @Test("are stale after 180 days, a month counting from its first day")
  func stale() throws {
    let origin = FactOrigin(sources: [], asOf: "2026-06", confidence: .primary)
    let (fresh, old) = (try #require(CalendarDate("2026-11-28")), try #require(CalendarDate("2026-11-29")))
    #expect(!origin.isStale(on: fresh) && origin.isStale(on: old))
  }

  @Test("read numbers, spreads and words or say where they are wrong")
  func values() throws {
    let node = try FactNode(Array("a: {low: 1, likely: 2, high: 3}\nb: 1.50\nc: [x]".utf8), file: "f.yaml")
    #expect(try node.member("a").spread(in: 0...9) == Spread(low: 1, likely: 2, high: 3))
    #expect(try node.member("b").spread(in: 0...9) == Spread(1.5))
    #expect(try node.member("b").text() == "1.50")
    let error = #expect(throws: ManifestError.self) { try node.member("b").number(in: 2...9) }
    #expect(error?.description == "f.yaml:2: b: must be a number from 2 to 9")
    #expect(throws: ManifestError.self) { try node.allow(["a", "b"]) }
  }
}

@Suite("A day of the calendar")
struct CalendarDateTests {
  @Test("counts days and adds months")
  func counts() throws {
    #expect(CalendarDate("1970-01-01")?.dayNumber == 0)
    #expect(CalendarDate("2026-11-25")?.dayNumber == 20_782)
    #expect(CalendarDate("2000-02-29")?.dayNumber == 11_016)
    #expect(CalendarDate("2026-11-30")?.adding(months: 3).text == "2027-02-28")
    #expect(CalendarDate("2026-11-25")?.adding(months: 12).text == "2027-11-25")
  }
}
