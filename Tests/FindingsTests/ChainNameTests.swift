import Findings
import Study
import Testing

@Suite("A chain of defences in results")
struct ChainNameTests {
  private let names = Names(
    models: [],
    defences: [
      Names.Entry(name: "weight-decay", title: "Weight decay", summary: "", source: ""),
      Names.Entry(name: "rounding", title: "Rounded answers", summary: "", source: ""),
    ], attacks: [])

  @Test("is called by the titles of its parts, and a part that the registry no longer knows by its name")
  func titles() {
    #expect(names.defence("weight-decay+rounding") == "Weight decay + Rounded answers")
    #expect(names.defence("rounding") == "Rounded answers" && names.defence("odd+rounding") == "odd + Rounded answers")
  }

  @Test("has parameters that are spoken of without the part's name where that is clear")
  func parameters() {
    let values: Parameters = ["bagging.models": .whole(3), "selena.models": .whole(9), "rounding.decimals": .whole(1)]
    #expect(values.spokenName(of: "rounding.decimals") == "decimals")
    #expect(values.spokenName(of: "selena.models") == "selena.models")
    #expect(Parameters().spokenName(of: "strength") == "strength")
  }
}
