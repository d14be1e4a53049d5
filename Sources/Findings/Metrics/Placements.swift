/// For each record the share of the other side that it beats: what DeLong's variance and the influences are made of.
struct Placements: Equatable, Sendable {
  /// For a member the share of non-members below it, for a non-member that of members above it.
  ///
  /// N values in 0...1; a tie counts half. NaN where the other side is empty.
  let values: [Double]
  let members: Int
  let nonMembers: Int
  /// NaN where a side is empty.
  let auc: Double

  init(truths: [Bool], order: ScoreOrder) {
    let members = truths.reduce(0) { $0 + ($1 ? 1 : 0) }
    let nonMembers = truths.count - members
    var values = [Double](repeating: .nan, count: truths.count)
    let places = order.places
    var start = 0
    var tp = 0
    var fp = 0
    var twice = 0
    while start < places.count {
      var end = start
      var tied = (members: 0, nonMembers: 0)
      repeat {
        if truths[Int(places[end])] { tied.members += 1 } else { tied.nonMembers += 1 }
        end += 1
      } while !order.isLastOfTie[end - 1]
      let beaten = Double(2 * (nonMembers - fp) - tied.nonMembers) / Double(2 * nonMembers)
      let beating = Double(2 * tp + tied.members) / Double(2 * members)
      for place in places[start..<end] { values[Int(place)] = truths[Int(place)] ? beaten : beating }
      twice += tied.nonMembers * (2 * tp + tied.members)
      tp += tied.members
      fp += tied.nonMembers
      start = end
    }
    self.values = values
    self.members = members
    self.nonMembers = nonMembers
    auc = Double(twice) / (2 * Double(members) * Double(nonMembers))
  }
}
