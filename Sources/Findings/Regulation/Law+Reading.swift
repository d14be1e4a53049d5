import Study

extension Law {
  private static let keys =
    [
      "id", "name", "jurisdiction", "regulator", "citation", "in-force", "as-of-note", "certainty", "implication",
      "rules", "clocks", "duties", "notes", "precedents",
    ] + FactOrigin.keys

  /// - Throws: ``Study/ManifestError`` naming the entry, if its rules have not one headline among them.
  init(_ node: FactNode) throws(ManifestError) {
    try node.allow(Self.keys)
    let origin = try FactOrigin(node)
    self.origin = origin
    id = try node.member("id").text()
    name = try node.member("name").text()
    jurisdiction = try node.member("jurisdiction").text()
    regulator = try node.member("regulator").text()
    citation = try node.member("citation").text()
    inForce = try node["in-force"]?.text()
    dateNote = try node["as-of-note"]?.text()
    certainty = try node["certainty"]?.text() ?? "medium"
    implication = try node.member("implication").text()
    let rules = try Entries.named(in: try node.member("rules"), id: \PenaltyRule.id) { (rule) throws(ManifestError) in
      try PenaltyRule(rule, law: origin)
    }
    guard rules.filter(\.isHeadline).count == 1 else {
      throw try node.member("rules").error("must have one rule with 'headline: true', whose ceiling is shown first")
    }
    self.rules = rules.filter(\.isHeadline) + rules.filter { !$0.isHeadline }
    let clocks = try Entries.each(in: node["clocks"]) { (clock) throws(ManifestError) in
      try RegulatoryExposure.Clock(clock, law: origin)
    }
    self.clocks = Self.sorted(clocks)
    duties = try Entries.each(in: node["duties"]) { (duty) throws(ManifestError) in
      try duty.allow(["reference", "why"] + FactOrigin.keys)
      return RegulatoryExposure.Duty(
        reference: try duty.member("reference").text(), why: try duty.member("why").text(),
        origin: try FactOrigin(duty, inheriting: origin))
    }
    notes = try Entries.each(in: node["notes"]) { (note) throws(ManifestError) in try Remark(note, inheriting: origin) }
    precedents = try Entries.each(in: node["precedents"]) { (one) throws(ManifestError) in
      try Precedent(one, law: origin)
    }
  }

  /// Shortest first, those of equal length in the file's order.
  private static func sorted(_ clocks: [RegulatoryExposure.Clock]) -> [RegulatoryExposure.Clock] {
    clocks.enumerated().sorted { one, other in
      (one.element.hours ?? .infinity, one.offset) < (other.element.hours ?? .infinity, other.offset)
    }.map(\.element)
  }
}

extension Law.Remark {
  init(_ node: FactNode, inheriting law: FactOrigin? = nil) throws(ManifestError) {
    try node.allow(["id", "text", "laws"] + FactOrigin.keys)
    id = try node.member("id").text()
    text = try node.member("text").text()
    origin = try FactOrigin(node, inheriting: law)
  }
}

extension Law.Precedent {
  fileprivate init(_ node: FactNode, law: FactOrigin) throws(ManifestError) {
    try node.allow(["date", "text", "people", "amount", "currency"] + FactOrigin.keys)
    date = try node.member("date").text()
    text = try node.member("text").text()
    people = try node["people"]?.whole(in: 0...10_000_000_000)
    amount = try node["amount"]?.number(in: 0...1e18)
    currency = try node["currency"]?.currency()
    origin = try FactOrigin(node, inheriting: law)
  }
}

extension RegulatoryExposure.Clock {
  fileprivate init(_ node: FactNode, law: FactOrigin) throws(ManifestError) {
    try node.allow(["id", "hours", "days", "text", "starts", "trigger", "certainty"] + FactOrigin.keys)
    self.init(
      to: try node.member("id").text(), hours: try node["hours"]?.number(in: 0...87_600),
      text: try node.member("text").text(), starts: try node.member("starts").text(),
      trigger: try node.member("trigger").text(), days: try node["days"]?.whole(in: 0...3_650),
      origin: try FactOrigin(node, inheriting: law))
  }
}
