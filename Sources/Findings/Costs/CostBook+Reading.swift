public import Study

extension CostBook {
  static let money = 0...1e18

  /// - Parameter root: The top of the file; empty where there is none.
  /// - Throws: ``Study/ManifestError`` naming file, line and entry.
  public init(_ root: FactNode) throws(ManifestError) {
    try root.allow(["parameters", "ratings", "regions", "prices", "claims", "published", "response", "exchange"])
    let prices = try Entries.each(in: root["prices"]) { (node) throws(ManifestError) in try Price(node) }
    let claims = try Entries.each(in: root["claims"]) { (node) throws(ManifestError) in try Claim(node) }
    (self.prices, self.claims) = (prices, claims)
    regions = try Entries.each(in: root["regions"]) { (node) throws(ManifestError) in try Region(node) }
    published = try Entries.each(in: root["published"]) { (node) throws(ManifestError) in try Published(node) }
    (incidentOrigin, incidents) = try Self.incidents(root["ratings"])
    parameters = try Entries.each(in: root["parameters"]) { (node) throws(ManifestError) in
      try Parameter(node, prices: prices, claims: claims)
    }
    for band in try root["response"]?.member("bands").list() ?? [] {
      let low = try band.member("low").number(in: Self.money)
      _ = try band.member("high").number(in: low...Self.money.upperBound)
    }
    guard let list = root["parameters"] else { return }
    for id in CostParameter.allCases where parameters.filter({ $0.id == id }).count != 1 {
      throw list.error("must have the entry '\(id.rawValue)' once: the model needs it")
    }
  }

  private static func incidents(_ node: FactNode?) throws(ManifestError) -> (FactOrigin?, [Rating: Spread]) {
    guard let node else { return (nil, [:]) }
    try node.allow(["id", "values"] + FactOrigin.keys)
    var result: [Rating: Spread] = [:]
    for entry in try node.member("values").list() {
      result[try entry.member("rating").word(Rating.self)] = try entry.spread(in: 0...1)
    }
    for rating in Rating.allCases where result[rating] == nil {
      throw node.error("has no value for the rating \(rating.rawValue): add it")
    }
    return (try FactOrigin(node), result)
  }
}

extension CostBook.Parameter {
  private static let keys =
    ["id", "title", "unit", "value", "currency", "by", "required", "optional", "note", "small-cap"] + FactOrigin.keys

  fileprivate init(
    _ node: FactNode, prices: [CostBook.Price], claims: [CostBook.Claim]
  ) throws(ManifestError) {
    try node.allow(Self.keys)
    id = try node.member("id").word(CostParameter.self)
    title = try node.member("title").text()
    let unit = try node.member("unit").word(CostEstimate.Input.Unit.self)
    self.unit = unit
    choice = try node["by"]?.word(Choice.self)
    isRequired = try node["required"]?.flag() ?? false
    isOptional = try node["optional"]?.flag() ?? false
    note = try node["note"]?.text()
    smallCap = try node["small-cap"].map { (cap) throws(ManifestError) in
      SmallCap(
        value: try cap.member("value").spread(in: unit.range), laws: try cap.member("laws").texts())
    }
    self.named = try node["value"]?["from"]?.text()
    guard let named = node["value"]?["from"] else {
      value = try node["value"]?.spread(in: unit.range)
      currency = try node["currency"]?.currency()
      origin = try FactOrigin(node)
      return
    }
    let name = try named.text()
    if let price = prices.first(where: { $0.id == name }), let value = price.value {
      (self.value, currency, origin) = (value, price.currency, price.origin)
    } else if let claim = claims.first(where: { $0.id == name }), let value = claim.value {
      (self.value, currency, origin) = (value, claim.currency, claim.origin)
    } else {
      let known = prices.filter { $0.value != nil }.map(\.id) + claims.filter { $0.value != nil }.map(\.id)
      throw named.error("names '\(name)', which is no price or claim with a value\(Nearest.hint(for: name, in: known))")
    }
  }
}

extension CostBook.Region {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(["id", "currency", "value"] + FactOrigin.keys)
    id = try node.member("id").text()
    currency = try node.member("currency").currency()
    value = try node.member("value").spread(in: CostBook.money)
    origin = try FactOrigin(node)
  }
}

extension CostBook.Price {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(["id", "unit", "value", "conflicting", "currency", "note"] + FactOrigin.keys)
    id = try node.member("id").text()
    unit = try node.member("unit").text()
    value = try node["value"]?.spread(in: CostBook.money)
    conflicting = try Entries.each(in: node["conflicting"]) { (one) throws(ManifestError) in
      try one.number(in: CostBook.money)
    }
    currency = try node["currency"]?.currency()
    note = try node["note"]?.text()
    origin = try FactOrigin(node)
  }
}

extension CostBook.Claim {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(["id", "text", "verdict", "note", "value", "currency"] + FactOrigin.keys)
    id = try node.member("id").text()
    text = try node.member("text").text()
    verdict = try node.member("verdict").text()
    note = try node.member("note").text()
    value = try node["value"]?.spread(in: CostBook.money)
    currency = try node["currency"]?.currency()
    origin = try FactOrigin(node)
  }
}

extension CostBook.Published {
  fileprivate init(_ node: FactNode) throws(ManifestError) {
    try node.allow(
      ["id", "text", "value", "currency", "unit", "period", "sample", "caveat", "rejected"] + FactOrigin.keys)
    id = try node.member("id").text()
    text = try node["text"]?.text()
    value = try node["value"]?.number(in: CostBook.money)
    currency = try node["currency"]?.currency()
    unit = try node["unit"]?.text()
    period = try node["period"]?.text()
    sample = try node["sample"]?.text()
    caveat = try node["caveat"]?.text()
    rejected = try node["rejected"]?.text()
    origin = try FactOrigin(node)
  }
}
