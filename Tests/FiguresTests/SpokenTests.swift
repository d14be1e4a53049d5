import Figures
import Findings
import Foundation
import Study
import Testing

@Suite("A figure in another language")
struct SpokenTests {
  static let language = Result {
    try Language.read(
      Array(
        """
        numbers: {decimal: ",", thousands: "."}
        messages:
          - {english: "coin toss", said: "lempar koin"}
          - {english: "{1} found", said: "{1} ditemukan"}
          - {english: "clients", said: "klien"}
          - {english: "1 in {1}", said: "1 dari {1}"}

        """.utf8), tag: "id", file: "id.yaml")
  }

  private func drawn() throws -> DrawnFigure {
    let cell = MadeUp.cell("c", "d", "forest", shapes: MadeUp.null, resolved: 0.001, verdict: .noLeakShown)
    let figures = ROCFigure.all(in: MadeUp.findings([MadeUp.dataset("d", "Data", "", "client", 20_000)], [cell]))
    return try Renderer().drawn(try #require(figures.first))
  }

  @Test("has other words and marks in numbers, and the same lines")
  func roc() throws {
    let english = try drawn()
    let other = try Language.$spoken.withValue(Self.language.get()) { try drawn() }
    #expect(english.subtitle.contains("clients") && other.subtitle.contains("klien"))
    #expect(english.title.contains("1.2\u{A0}%") || english.words.contains("1.2\u{A0}%"))
    #expect(other.title.contains("1,2\u{A0}%") || other.words.contains("1,2\u{A0}%"))
    #expect(other.svg.contains("1\u{A0}dari\u{A0}1.000") && !other.svg.contains("1\u{A0}in\u{A0}1,000"))
    let curves = { (svg: String) in svg.matches(of: /<path d="[^"]*" fill="none"[^>]*>/).map { String($0.output) } }
    #expect(!curves(english.svg).isEmpty && curves(other.svg) == curves(english.svg))
  }
}
