public import Study

extension Guidance {
  /// An estimate outside a study, from what a file states.
  ///
  /// - Parameter file: How messages call the file.
  /// - Throws: ``Study/ManifestError`` for what no fact knows, ``CostGap`` for what is missing.
  public func answer(to question: MoneyQuestion, file: String) throws -> CostEstimate {
    let engagement = question.engagement
    guard let costs = engagement.costs else { throw CostGap(needs: ["engagement: costs"]) }
    try checkMoney(engagement, file: file)
    var sources = CostSources(seed: question.seed ?? 1)
    sources.day = question.date
    if let word = question.rating {
      guard let rating = Rating.allCases.first(where: { $0.rawValue.lowercased() == word.lowercased() }) else {
        let hint = Nearest.hint(for: word, in: Rating.allCases.map(\.rawValue))
        throw ManifestError(file: file, message: "rating cannot be '\(word)'\(hint)")
      }
      sources.rating = rating
    }
    if let people = engagement.people {
      sources.values[.peopleInTraining] = .init(Spread(Double(people)), .client(day: question.date))
    }
    if let prior = engagement.prior {
      sources.values[.attackerPrior] = .init(prior.share, .client(day: question.date, saying: prior.because))
    }
    sources.exposures = exposures(engagement, day: question.date)
    return try estimate(costs, plan(sources))
  }
}
