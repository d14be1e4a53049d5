import Findings
import Testing

@Suite("The redraws of a bootstrap")
struct BootstrapDrawsTests {
  @Test("draw as many pairs and subjects as there are")
  func sums() {
    let draws = BootstrapDraws(models: 9, subjects: 50, replicates: 20, seed: 3)
    #expect(draws.pairs == 5)
    for replicate in 0..<20 {
      #expect(draws.pairCounts(of: replicate).reduce(0, +) == 5)
      #expect(draws.subjectCounts(of: replicate).reduce(0, +) == 50)
    }
    let first = Array(draws.subjectCounts(of: 0))
    #expect((1..<20).allSatisfy { Array(draws.subjectCounts(of: $0)) != first })
  }

  @Test("do not change when more replicates are asked for")
  func prefix() {
    let few = BootstrapDraws(models: 8, subjects: 30, replicates: 5, seed: 11)
    let many = BootstrapDraws(models: 8, subjects: 30, replicates: 50, seed: 11)
    for replicate in 0..<5 {
      #expect(Array(few.pairCounts(of: replicate)) == Array(many.pairCounts(of: replicate)))
      #expect(Array(few.subjectCounts(of: replicate)) == Array(many.subjectCounts(of: replicate)))
    }
    #expect(few != BootstrapDraws(models: 8, subjects: 30, replicates: 5, seed: 12))
  }
}
