import Study
import Testing

@Suite("Lanes")
struct LanesTests {
  @Test("give what is made of each input, in order, by any number of workers", arguments: [1, 2, 3, 50])
  func order(workers: Int) {
    let squares = Lanes(workers).map(Array(0..<20)) { $0 * $0 }
    #expect(squares == (0..<20).map { $0 * $0 })
    #expect(Lanes(workers).map([Int]()) { $0 }.isEmpty)
  }
}
