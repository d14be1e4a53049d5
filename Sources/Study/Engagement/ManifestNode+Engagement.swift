import Yams

extension ManifestNode {
  private static let largestAmount = 1e18

  /// `engagement:` of a manifest.
  func engagement() throws(ManifestError) -> Engagement {
    let members = try members(
      of: "engagement",
      known: [
        "system", "sensitivity", "release", "people", "prior", "jurisdictions", "costs", "budget", "ledger",
      ])
    var engagement = Engagement()
    engagement.system = try members["system"]?.text(of: "engagement: system", longest: 200)
    engagement.sensitivity = try members["sensitivity"]?.sensitivities() ?? []
    engagement.release = try members["release"]?.choice(
      of: "engagement: release", among: AccessLevel.allCases.map { ($0.rawValue, $0) })
    engagement.people = try members["people"]?.whole(of: "engagement: people", in: 1...10_000_000_000)
    engagement.prior = try members["prior"]?.prior()
    if let node = members["jurisdictions"] {
      for element in try node.list(of: "engagement: jurisdictions") {
        let jurisdiction = try element.jurisdiction()
        guard !engagement.jurisdictions.contains(where: { $0.regulation == jurisdiction.regulation }) else {
          throw element.error("engagement: jurisdictions holds '\(jurisdiction.regulation)' twice: remove one")
        }
        engagement.jurisdictions.append(jurisdiction)
      }
    }
    engagement.costs = try members["costs"]?.costInputs()
    engagement.budget = try members["budget"]?.text(of: "engagement: budget", longest: 1_000)
    engagement.ledger = try members["ledger"]?.text(of: "engagement: ledger", longest: 1_000)
    return engagement
  }

  private func sensitivities() throws(ManifestError) -> [Engagement.SensitivityChoice] {
    let choices = Sensitivity.allCases.map { ($0.rawValue, $0) }
    guard let members = try openMembers(of: "engagement: sensitivity") else {
      return [.init(dataset: nil, sensitivity: try choice(of: "engagement: sensitivity", among: choices))]
    }
    var result: [Engagement.SensitivityChoice] = []
    for (dataset, node) in members {
      result.append(
        .init(
          dataset: dataset,
          sensitivity: try node.choice(of: "engagement: sensitivity: \(Self.cut(dataset))", among: choices)))
    }
    return result
  }

  private func prior() throws(ManifestError) -> Engagement.Prior {
    let members = try members(of: "engagement: prior", known: ["low", "likely", "high", "because"])
    guard let because = members["because"] else {
      throw error("engagement: prior has no 'because': say why the share is believed")
    }
    return Engagement.Prior(
      share: try spread(of: "engagement: prior", in: 0...1, members),
      because: try because.text(of: "engagement: prior: because", longest: 500))
  }

  private func jurisdiction() throws(ManifestError) -> Engagement.Jurisdiction {
    if case .scalar = node {
      return .init(regulation: try text(of: "engagement: jurisdictions", longest: 64))
    }
    let members = try members(of: "a jurisdiction", known: ["regulation", "turnover", "currency", "units", "small"])
    guard let regulation = members["regulation"] else { throw error("a jurisdiction has no 'regulation': add it") }
    return .init(
      regulation: try regulation.text(of: "regulation", longest: 64),
      turnover: try members["turnover"]?.number(of: "turnover", in: 0...Self.largestAmount),
      currency: try members["currency"]?.currency(of: "currency"),
      units: try members["units"]?.whole(of: "units", in: 0...10_000_000_000),
      isSmall: try members["small"]?.choice(of: "small", among: [("true", true), ("false", false)]))
  }

  private func costInputs() throws(ManifestError) -> Engagement.CostInputs {
    guard let members = try openMembers(of: "engagement: costs") else {
      throw error("engagement: costs must be a mapping, not \(shown)")
    }
    var costs = Engagement.CostInputs()
    for (key, node) in members {
      switch key {
      case "currency": costs.currency = try node.currency(of: "engagement: costs: currency")
      case "region": costs.region = try node.text(of: "engagement: costs: region", longest: 64)
      case "exchange": try node.exchange(into: &costs)
      default:
        let what = "engagement: costs: \(Self.cut(key))"
        costs.given.append(.init(name: key, value: try node.spread(of: what, in: 0...Self.largestAmount)))
      }
    }
    return costs
  }

  private func exchange(into costs: inout Engagement.CostInputs) throws(ManifestError) {
    let what = "engagement: costs: exchange"
    guard let members = try openMembers(of: what) else { throw error("\(what) must be a mapping, not \(shown)") }
    for (key, node) in members {
      if key == "date" {
        costs.exchangeDate = try Manifest.date(node)
      } else {
        guard Self.isCurrency(key) else {
          throw node.error("\(what) has '\(Self.cut(key))', which is no currency of three capital letters")
        }
        costs.perDollar[key] = try node.number(of: "\(what): \(key)", in: 1e-9...1e12)
      }
    }
    guard costs.exchangeDate != nil else { throw error("\(what) has no 'date': say of which day the rates are") }
  }

  private func currency(of what: String) throws(ManifestError) -> String {
    let text = try text(of: what, longest: 64)
    guard Self.isCurrency(text) else {
      throw error("\(what) must be a currency of three capital letters such as SGD, not \(shown)")
    }
    return text
  }

  private static func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// One number, or `{low, likely, high}` in order.
  func spread(of what: String, in range: ClosedRange<Double>) throws(ManifestError) -> Spread {
    guard case .mapping = node else { return Spread(try number(of: what, in: range)) }
    return try spread(of: what, in: range, try members(of: what, known: ["low", "likely", "high"]))
  }

  private func spread(
    of what: String, in range: ClosedRange<Double>, _ members: [String: ManifestNode]
  ) throws(ManifestError) -> Spread {
    var values: [Double] = []
    for key in ["low", "likely", "high"] {
      guard let node = members[key] else { throw error("\(what) has no '\(key)': add it") }
      values.append(try node.number(of: "\(what): \(key)", in: range))
    }
    guard values[0] <= values[1], values[1] <= values[2] else {
      throw error("\(what) must have low <= likely <= high, not \(values[0]), \(values[1]), \(values[2])")
    }
    return Spread(low: values[0], likely: values[1], high: values[2])
  }

  /// The members of a mapping with any keys, in order; nil for what is no mapping.
  func openMembers(of what: String) throws(ManifestError) -> [(key: String, node: ManifestNode)]? {
    guard let mapping = node.mapping else { return nil }
    guard mapping.count <= Self.longestList else {
      throw error("\(what) has \(mapping.count) entries; at most \(Self.longestList) are allowed")
    }
    var result: [(String, ManifestNode)] = []
    for (key, value) in mapping {
      guard let scalar = key.scalar else {
        throw ManifestNode(node: key, file: file).error("a key of \(what) must be a word")
      }
      result.append((scalar.string, ManifestNode(node: value, file: file)))
    }
    return result
  }
}
