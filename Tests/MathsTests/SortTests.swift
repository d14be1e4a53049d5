import Maths
import Testing

@Suite("Sorting by bits")
struct SortTests {
  @Test("orders as comparison does", arguments: [0, 1, 2, 1000, 5003])
  func order(count: Int) {
    let values = numbers(count, seed: 9).map { Double($0) * Elementary.exp(40 * Double($0)) }
    #expect(values.sortedByBits() == values.sorted())
    #expect((values + values).sortedByBits() == (values + values).sorted())
  }

  @Test("knows signs, zeros and infinities")
  func ends() {
    let least = Double.leastNonzeroMagnitude
    let values = [0.5, -.infinity, least, -1, .infinity, -least, -2, 0]
    #expect(values.sortedByBits() == [-.infinity, -2, -1, -least, 0, least, 0.5, .infinity])
    #expect([1, 1, 1].sortedByBits() == [1, 1, 1])
    #expect([0.0, -0.0].sortedByBits().map(\.sign) == [.minus, .plus])
  }
}
