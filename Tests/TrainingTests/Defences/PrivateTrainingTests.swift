import Maths
import Privacy
import Study
import Testing
import Training

@Suite("Private training")
struct PrivateTrainingTests {
  @Test("draws batches as independent coins do: sizes, and each unit, as the binomial has them")
  func batches() {
    var source = NoiseSource.counted(Maths.Stream(seed: 2, stream: 0))
    let (units, rate, draws) = (500, 0.07, 4_000)
    var sizes: [Double] = []
    var visits = [Int](repeating: 0, count: units)
    for _ in 0..<draws {
      let drawn = source.draw(of: units, rate: rate)
      sizes.append(Double(drawn.count))
      for unit in drawn { visits[unit] += 1 }
      #expect(zip(drawn, drawn.dropFirst()).allSatisfy { $0 < $1 })
    }
    let mean = sizes.reduce(0, +) / Double(draws)
    let variance = sizes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws - 1)
    // 35 and 32.55; four standard errors.
    #expect(abs(mean - 35) < 0.37 && abs(variance - 32.55) < 3)
    // 280 visits, deviation 16.1, of 500 units.
    #expect(visits.allSatisfy { abs($0 - 280) < 75 })
  }

  @Test("adds noise of the stated deviation, from either source", arguments: [false, true])
  func noise(secure: Bool) {
    var source = secure ? NoiseSource.system(SystemRandomNumberGenerator()) : .counted(Maths.Stream(seed: 2, stream: 0))
    let count = 200_001
    var values = [Float](repeating: 1, count: count)
    values.withUnsafeMutableBufferPointer { values in
      if let base = values.baseAddress { source.addNormals(count, scale: 3, to: base, path: .best) }
    }
    let standard = values.map { (Double($0) - 1) / 3 }
    let moments = (1...4).map { power in
      standard.reduce(0.0) { sum, value in sum + (0..<power).reduce(1.0) { product, _ in product * value } }
        / Double(count)
    }
    // Five standard errors: 1, 2, 15 and 96 over the root of the count.
    for (moment, (expected, error)) in zip(moments, [(0.0, 1.0), (1, 1.42), (0, 3.88), (3, 9.8)]) {
      #expect(abs(moment - expected) < 5 * error / Double(count).squareRoot())
    }
    let far = Double(standard.count { $0 > 2.5758 }) / Double(count)
    #expect(abs(far - 0.005) < 5 * (0.005 / Double(count)).squareRoot())
  }

  @Test("has noise that keeps to the budget, and little more than that")
  func budget() throws {
    let defence = DPSGD(epsilon: 2, delta: 1e-5, clip: 1, batch: 50, epochs: 10, rate: 0.1)
    let recipe = try defence.adjust(MultilayerPerceptron.standard.recipe, members: 500)
    let privacy = try #require(recipe.network?.privacy)
    #expect(privacy.samplingRate == 0.1 && privacy.stepsAnEpoch == 10 && recipe.epochs == 10)
    let spent = try Accountant.losses.epsilon(
      of: [Release(.gaussian(noise: privacy.noise, rate: 0.1), steps: 100)], delta: 1e-5)
    #expect(spent.pessimistic <= 2 && spent.optimistic > 1.98)
  }

  @Test("takes the scale of inputs from the population, never from the half")
  func scale() throws {
    let trainer = MultilayerPerceptron(hidden: [4], epochs: 1, batch: 8, rate: 0.1)
    let defence = DPSGD(epsilon: 2, delta: 1e-5, clip: 1, batch: 8, epochs: 1, rate: 0.1)
    let recipe = try defence.adjust(trainer.recipe, members: 20)
    let column: [Float] = (0..<40).map { Float($0 % 7) }
    var moved = column
    for row in 0..<20 { moved[row] += 1_000 }
    // Records of the half are moved far: what is learnt of the population's scale must not follow.
    let told = try [column, moved].map { values in
      let records = table([values], labels: (0..<40).map { $0 % 2 })
      return try defence.wrap(trainer, population: Array(20..<40)).train(
        on: records, rows: Array(0..<20), recipe: recipe, seed: 1)
    }.map { ($0 as? NetworkModel)?.means }
    #expect(told[0] != nil && told[0] == told[1])
  }

  @Test("counts a person once: no step has two of her records")
  func persons() throws {
    // Two persons with twenty records each and twenty with one: at rate 1 every step visits 22 records.
    let column: [Float] = (0..<60).map { Float($0 % 5) }
    let subjects = (0..<60).map { $0 < 20 ? 0 : $0 < 40 ? 1 : $0 - 38 }
    let records = Records(
      columns: [Column(name: "x", values: .numbers(column, missing: column.map { _ in false }))],
      labels: (0..<60).map { $0 % 2 }, classes: ["no", "yes"], subjects: subjects
    ).settingAside(Array(50..<60))
    let trainer = MultilayerPerceptron(hidden: [], epochs: 3, batch: 8, rate: 0.1)
    var recipe = trainer.recipe
    func visited(bySubject: Bool) throws -> Int {
      recipe.network?.privacy = NetworkRecipe.PrivateTraining(
        epsilon: 1, delta: 1e-5, clip: 1, noise: 1, samplingRate: 1, stepsAnEpoch: 1, optimiser: .descent,
        bySubject: bySubject, secureNoise: false)
      let model = try trainer.train(on: records, rows: Array(0..<50), recipe: recipe, seed: 1)
      return model.curve[0].visited
    }
    #expect(try visited(bySubject: true) == 12 && visited(bySubject: false) == 50)
  }
}
