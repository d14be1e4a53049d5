/// Finds places for labels among marks, lines and other labels: the least cost, the most important label first.
package struct LabelPlacer {
  /// A place that a label could have.
  package struct Candidate {
    /// What the label would cover.
    var box: Box
    /// From the mark to the label, where it stands apart.
    var leader: (from: Point, to: Point)?
    /// How far the place is from the best one, in pixels.
    var distance: Double
  }

  /// A line that labels had better not cover.
  struct Obstacle {
    let path: [Point]
    let box: Box
    /// 1, less where covering it does little harm.
    let weight: Double

    /// How often a segment crosses the line.
    func crossings(_ a: Point, _ b: Point) -> Double {
      func side(_ p: Point, _ q: Point, _ r: Point) -> Bool {
        (q.x - p.x) * (r.y - p.y) > (q.y - p.y) * (r.x - p.x)
      }
      var count = 0.0
      for (c, d) in zip(path, path.dropFirst())
      where side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b) { count += 1 }
      return count
    }
  }

  /// Where labels must stay.
  let bounds: Box
  private(set) var labels: [Box] = []
  private(set) var marks: [Box] = []
  private(set) var lines: [Obstacle] = []

  package init(bounds: Box) { self.bounds = bounds }

  package mutating func add(label: Box) { labels.append(label) }
  mutating func add(mark: Box) { marks.append(mark) }
  mutating func add(line path: [Point], weight: Double = 1) {
    guard let first = path.first else { return }
    // A few pixels more or less do not matter here: every fourth point of a long curve is enough.
    let kept = path.count <= 24 ? path : path.indices.filter { $0 % 4 == 0 || $0 == path.count - 1 }.map { path[$0] }
    var (west, east, north, south) = (first.x, first.x, first.y, first.y)
    for point in kept {
      (west, east) = (min(west, point.x), max(east, point.x))
      (north, south) = (min(north, point.y), max(south, point.y))
    }
    // A level line has a box of no height, which would overlap nothing.
    let box = Box(left: west, top: north, width: east - west, height: south - north).grown(by: 0.5)
    lines.append(Obstacle(path: kept, box: box, weight: weight))
  }

  /// The best of the candidates, remembered as taken; nil where each would cover a label or a mark: then the label is
  /// left out rather than printed over.
  ///
  /// No place is taken that costs more than `most`.
  package mutating func place(_ candidates: [Candidate], most: Double = .infinity) -> Int? {
    var best: (index: Int, cost: Double)?
    for (index, candidate) in candidates.enumerated() {
      guard let cost = cost(of: candidate), cost < best?.cost ?? .infinity else { continue }
      best = (index, cost)
    }
    guard let best, best.cost <= most else { return nil }
    labels.append(candidates[best.index].box)
    if let leader = candidates[best.index].leader { add(line: [leader.from, leader.to], weight: 4) }
    return best.index
  }

  /// What it costs to cover several boxes at once, as a sloping text does; nil where one of them is out of the question.
  func cost(covering boxes: [Box]) -> Double? {
    var cost = 0.0
    for box in boxes {
      guard let own = self.cost(of: Candidate(box: box, leader: nil, distance: 0)) else { return nil }
      cost += own
    }
    return cost
  }

  /// Nil where the place is out of the question.
  private func cost(of candidate: Candidate) -> Double? {
    guard bounds.contains(candidate.box) else { return nil }
    let near = candidate.box.grown(by: 1.5)
    let apart = Box(left: near.left - 5, top: near.top, width: near.width + 10, height: near.height)
    guard !labels.contains(where: { $0.overlap(apart) > 0 }), !marks.contains(where: { $0.overlap(near) > 0 })
    else { return nil }
    var cost = candidate.distance
    for line in lines where line.box.overlap(near) > 0 {
      var inside = 0.0
      for index in line.path.indices.dropFirst() {
        inside += near.length(ofSegment: line.path[index - 1], line.path[index])
      }
      if inside > 0 { cost += line.weight * (25 + 0.5 * inside) }
    }
    if let leader = candidate.leader {
      guard !labels.contains(where: { $0.length(ofSegment: leader.from, leader.to) > 0 }) else { return nil }
      for mark in marks where mark.length(ofSegment: leader.from, leader.to) > 8 { cost += 40 }
      for line in lines { cost += 15 * line.weight * line.crossings(leader.from, leader.to) }
    }
    return cost
  }
}

extension LabelPlacer {
  /// Eight places round a mark for a label of some size, then four wider rings of eight with a leader.
  package static func around(_ centre: Point, radius: Double, size: Size) -> [Candidate] {
    // Right above, left above, right, left ... in the order of liking.
    let sides: [(x: Double, y: Double, dislike: Double)] = [
      (1, -1, 0), (-1, -1, 1), (1, 1, 2), (-1, 1, 3), (0, -1, 4), (0, 1, 5), (1, 0, 6), (-1, 0, 7),
    ]
    var candidates: [Candidate] = []
    for (ring, gap) in [radius + 2.5, 22.0, 40, 62, 90].enumerated() {
      for side in sides {
        // On the diagonal the nearest corner of the label is as far from the centre as its nearest edge elsewhere.
        let reach = side.x != 0 && side.y != 0 && ring > 0 ? gap * 0.75 : gap
        let middle = Point(
          centre.x + side.x * (reach + size.width / 2), centre.y + side.y * (reach + size.height / 2))
        let box = Box(
          left: middle.x - size.width / 2, top: middle.y - size.height / 2, width: size.width, height: size.height)
        let end = Point(
          min(max(centre.x, box.left), box.right), min(max(centre.y, box.top), box.bottom))
        let leader = ring == 0 ? nil : (from: centre, to: end)
        candidates.append(Candidate(box: box, leader: leader, distance: side.dislike + (ring == 0 ? 0 : gap)))
      }
    }
    return candidates
  }
}
