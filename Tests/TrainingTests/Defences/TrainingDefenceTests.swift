import Maths
import Study
import Testing
import Training

/// The defining property of each defence that changes how a network is trained.
@Suite("Defences of a network's training")
struct TrainingDefenceTests {
  let records = sample(240, classes: 3)
  let half = Array(0..<120)
  let trainer = MultilayerPerceptron(hidden: [32, 32], epochs: 80, batch: 24, rate: 0.01)

  private func model(_ defence: any Defence, population: [Int] = []) throws -> any Model {
    try defence.wrap(trainer, population: population).train(
      on: records, rows: half, recipe: defence.adjust(trainer.recipe, members: half.count), seed: 5)
  }

  @Test(
    "are skipped where the family is no network",
    arguments: [
      Dropout.standard, LabelSmoothing.standard, Mixup.standard, RelaxLoss.standard, EarlyStopping.standard,
      DPSGD.standard,
    ] as [any Defence])
  func skipped(defence: any Defence) {
    #expect(throws: NotApplicable.self) { try defence.adjust(RandomForest.standard.recipe, members: 100) }
  }

  @Test("dropout leaves out its share of values, keeps their mean, and spares the finished network")
  func dropout() throws {
    let coins = Coins(Maths.Stream(seed: 1, stream: 0))
    var mask = [Float](repeating: -1, count: 40_001)
    mask.withUnsafeMutableBufferPointer { mask in
      if let base = mask.baseAddress { coins.fill(base, count: 40_001, share: 0.3) }
    }
    let zeros = mask.count { $0 == 0 }
    // Binomial: three deviations are 275.
    #expect(abs(Double(zeros) - 0.3 * 40_001) < 275)
    #expect(Set(mask).count == 2 && abs(Double(mask.reduce(0, +)) / 40_001 - 1) < 0.01)
    let made = try model(Dropout(share: 0.5))
    #expect(made.signal(for: records) == made.signal(for: records))
  }

  @Test("early stopping ends training once the records held out gain nothing, and never trains on them")
  func stopping() throws {
    let made = try model(EarlyStopping(share: 0.25, patience: 4))
    #expect(made.curve.count < 80 && made.curve.count > 4)
    // Work counts the records trained on: three quarters of the half.
    let open = try model(NoDefence.standard)
    let perVisit = open.work / (80 * 120)
    #expect(abs(made.work / (perVisit * Double(made.curve.count)) - 90) < 1e-6)
  }

  @Test("a smaller model has the share of units")
  func smaller() throws {
    let recipe = try SmallerModel(share: 0.25).adjust(trainer.recipe, members: 120)
    let made = try trainer.train(on: records, rows: half, recipe: recipe, seed: 1, path: .best)
    // Five inputs: two numbers, an indicator of missing weights, three levels; 8 and 8 hidden; 3 classes.
    let inputs = records.design.roles.count
    #expect(made.parameters.count == inputs * 8 + 8 + 8 * 8 + 8 + 8 * 3 + 3)
  }

  @Test("label smoothing leads to the probability that its target has")
  func smoothing() throws {
    let records = table([[-1, -1, -1, -1, 1, 1, 1, 1]], labels: [0, 0, 0, 0, 1, 1, 1, 1])
    let trainer = MultilayerPerceptron(hidden: [], epochs: 400, batch: 8, rate: 0.05)
    let recipe = try LabelSmoothing(share: 0.2).adjust(trainer.recipe, members: 8)
    let told = try trainer.train(on: records, rows: Array(0..<8), recipe: recipe, seed: 1).signal(for: records)
      .probabilities()
    // 1 - 0.2 + 0.2 / 2.
    #expect(abs(told[0] - 0.9) < 0.005 && abs(told[15] - 0.9) < 0.005)
  }

  @Test("mixing gives the gradient of both labels in their shares")
  func mixing() {
    let objective = NetworkRecipe.Objective()
    var mixed = objective
    mixed.mixing = 1
    let first = gradient([0.3, -1, 0.7], label: 0, objective)
    let second = gradient([0.3, -1, 0.7], label: 2, objective)
    let both = gradient([0.3, -1, 0.7], label: 0, mixed, other: 2, share: 0.7)
    for index in 0..<3 { #expect(abs(both[index] - (0.7 * first[index] + 0.3 * second[index])) < 1e-6) }
  }

  @Test("the confidence penalty takes the entropy off the loss")
  func penalty() {
    var objective = NetworkRecipe.Objective()
    objective.confidencePenalty = 0.8
    let logits: [Double] = [0.3, -1, 0.7]
    func loss(_ logits: [Double]) -> Double {
      let sum = Elementary.logSumExp(logits)
      let logs = logits.map { $0 - sum }
      return -logs[1] + 0.8 * logs.reduce(0) { $0 + Elementary.exp($1) * $1 }
    }
    let found = gradient(logits.map { Float($0) }, label: 1, objective)
    for index in 0..<3 {
      var (up, down) = (logits, logits)
      up[index] += 1e-5
      down[index] -= 1e-5
      #expect(abs(Double(found[index]) - (loss(up) - loss(down)) / 2e-5) < 1e-5)
    }
  }

  @Test("RelaxLoss holds the training loss near its level, which the undefended network falls below")
  func relaxation() throws {
    let open = try model(NoDefence.standard).curve
    let relaxed = try model(RelaxLoss(level: 0.6)).curve
    let last = relaxed.suffix(20).map(\.loss)
    #expect((open.last?.loss ?? 1) < 0.3)
    #expect(last.allSatisfy { $0 > 0.4 && $0 < 0.9 }, "\(last)")
  }

  @Test("adversarial regularisation narrows the gap between the losses inside and outside")
  func opponent() throws {
    func gap(_ model: any Model) -> Double {
      let probabilities = model.signal(for: records).probabilities()
      let losses = records.labels.indices.map {
        -Elementary.log(max(probabilities[3 * $0 + records.labels[$0]], 1e-30))
      }
      return losses[120...].reduce(0, +) / 120 - losses[..<120].reduce(0, +) / 120
    }
    let (open, opposed) = (gap(try model(NoDefence.standard)), gap(try model(AdversarialRegularisation(strength: 6))))
    #expect(opposed < open, "\(opposed) against \(open)")
  }

  @Test("the target of HAMP has the entropy asked for, and its answers keep order alone")
  func hamp() throws {
    let label = BatchLoss.label(ofTargetEntropy: 0.6, classes: 5)
    let other = (1 - label) / 4
    let entropy = -label * Elementary.log(label) - 4 * other * Elementary.log(other)
    #expect(abs(entropy / Elementary.log(5) - 0.6) < 1e-9 && label > 0.2)
    let (own, borrowed) = (try plain(HAMP.standard), try model(HAMP.standard, population: Array(200..<240)))
    let (before, after) = (own.signal(for: records).values, borrowed.signal(for: records).values)
    for row in 0..<records.count {
      #expect(order(Array(before.row(row))) == order(Array(after.row(row))))
      #expect(Array(before.row(row)).sorted() != Array(after.row(row)).sorted())
    }
  }

  /// Trained by the defence's recipe, with nothing around it.
  private func plain(_ defence: any Defence) throws -> any Model {
    try trainer.train(
      on: records, rows: half, recipe: defence.adjust(trainer.recipe, members: half.count), seed: 5)
  }

  private func order(_ values: [Float]) -> [Int] { values.indices.sorted { values[$0] > values[$1] } }

  private func gradient(
    _ logits: [Float], label: Int32, _ objective: NetworkRecipe.Objective, other: Int32? = nil, share: Float = 1
  ) -> [Float] {
    let network = Network(
      shape: NetworkShape(widths: [1, logits.count], activation: .relu, dropout: 0), batch: 1, path: .best)
    for (index, logit) in logits.enumerated() { network.logits[index] = logit }
    var (labels, others) = ([label], [other ?? label])
    labels.withUnsafeMutableBufferPointer { labels in
      others.withUnsafeMutableBufferPointer { others in
        guard let label = labels.baseAddress else { return }
        let targets = BatchLoss.Targets(labels: label, others: other == nil ? nil : others.baseAddress, share: share)
        _ = BatchLoss(objective, classes: logits.count).differentiate(network, rows: 1, targets: targets, epoch: 1)
      }
    }
    return (0..<logits.count).map { network.delta[$0] }
  }
}
