import Study
import Testing

@Suite("A language")
struct LanguageTests {
  private func language(_ text: String) throws -> Language {
    try Language.read(Array(text.utf8), tag: "xx", file: "xx.yaml")
  }

  private let yaml = """
    numbers: {decimal: ",", thousands: "."}
    dates: {form: "{day}. {month} {year}", months: [I, II, III, IV, V, VI, VII, VIII, IX, X, XI, XII]}
    messages:
      - english: "{1} of {2} models leak"
        said: "dari {2} model, {1} bocor"
      - english: "coin toss"
        said: "lempar koin"
      - english: "a long message with {1} over two lines and {2}"
        said: "{2}, {1} {"
      - english: "patients"
        said: "pasien"

    """

  @Test("gives messages other words, in an order of its own")
  func messages() throws {
    try Language.$spoken.withValue(language(yaml)) {
      #expect(say("coin toss") == "lempar koin")
      #expect(say("\(3) of \("14") models leak") == "dari 14 model, 3 bocor")
      #expect(say("a long message with \("{2}") " + "over two lines and \(7)") == "7, {2} {")
      #expect(say("not in the file, \(5)") == "not in the file, 5")
      #expect(say(named: "patients") == "pasien")
      #expect(say(named: "clients") == "clients")
    }
    #expect(say("\(3) of \(14) models leak") == "3 of 14 models leak")
  }

  @Test("writes numbers and dates its way")
  func numbers() throws {
    let language = try language(yaml)
    #expect(language.decimal("0.25") == "0,25")
    #expect(language.grouped("1234567") == "1.234.567")
    #expect(language.grouped("999") == "999")
    #expect(language.date("2026-11-04") == "4. XI 2026")
    #expect(language.date("soon") == "soon")
    #expect(Language.english.date("2026-11-04") == "4 November 2026")
    #expect(Language.english.grouped("20000") == "20,000")
  }

  @Test("goes with the tasks that a task starts")
  func tasks() async throws {
    let said = try await Language.$spoken.withValue(language(yaml)) {
      await withTaskGroup(of: String.self) { group in
        for _ in 0..<4 { group.addTask { say("coin toss") } }
        return await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
    }
    #expect(said == ["lempar koin"])
  }

  @Test(
    "that says what the English does not, or lacks a part, is refused with its line",
    arguments: [
      ("messages:\n  - english: \"{1} found\"\n    said: \"{2} found\"\n", ":3", "{2}"),
      ("messages:\n  - english: \"{{a}} found\"\n    said: \"{{b}} found\"\n", ":3", "{{b}}"),
      ("messages:\n  - english: found\n    said: \"<img src=x>found\"\n", ":3", "<img src=x>"),
      ("messages:\n  - english: found\n", ":2", "'said'"),
      ("messages:\n  - {english: a, said: b}\n  - {english: a, said: c}\n", ":3", "twice"),
      ("messages: {a: b}\n", ":1", "must be a list"),
      ("dates: {months: [a, b]}\n", ":1", "12 names"),
      ("dates: {form: \"{day}/{month}\"}\n", "", "{year}"),
      ("numbers: {decimal: \"::\"}\n", ":1", "1 to 1 characters"),
      ("words: []\n", ":1", "'words'"),
    ])
  func refused(text: String, line: String, part: String) {
    let error = #expect(throws: ManifestError.self) { try language(text) }
    let told = error.map { "\($0)" } ?? ""
    #expect(told.contains("xx.yaml\(line)") && told.contains(part), "\(told)")
  }
}
