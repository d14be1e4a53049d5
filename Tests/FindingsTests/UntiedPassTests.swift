import Findings
import Study
import Testing

@Suite("The quick pass over scores without ties")
struct UntiedPassTests {
  @Test("gives the bits of the one that minds ties")
  func same() throws {
    let pool = SyntheticPool(models: 8, subjects: 150, gap: 0.7, seed: 2)
    // Two members that follow one another: whether they tie changes no area and no rate.
    let places = ScoreOrder(pool.scores.flatMap { $0 }).places.map(Int.init)
    func isMember(_ place: Int) -> Bool { pool.membership.contains(model: place / 150, record: place % 150) }
    let (one, next) = try #require(
      zip(places, places.dropFirst()).first { $0 / 150 == $1 / 150 && isMember($0) && isMember($1) })
    var scores = pool.scores
    scores[next / 150][next % 150] = scores[one / 150][one % 150]
    #expect(ScoreOrder(scores[one / 150]).hasTies && !ScoreOrder(pool.scores[one / 150]).hasTies)
    let tied = AttackMeasurement(
      scores: scores, membership: pool.membership, subjects: pool.subjects, aggregation: .mean, draws: pool.draws())
    let plain = pool.measured()
    #expect(tied.headline == plain.headline && tied.targets == plain.targets)
    #expect(tied.curve(cell: "c", attack: "a") == plain.curve(cell: "c", attack: "a"))
  }
}
