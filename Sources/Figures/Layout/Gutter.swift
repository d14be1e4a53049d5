/// Spreads labels along an edge so that none collide.
package enum Gutter {
  /// A label as tall as it needs, and where its middle would best be.
  package struct Item {
    let wish: Double
    let height: Double

    package init(wish: Double, height: Double) {
      self.wish = wish
      self.height = height
    }
  }

  private struct Pool {
    var items: Range<Int>
    var height: Double
    /// Sum over items of where the pool's top would have to be for the item to have its wish.
    var wishes: Double
    var top: Double
  }

  /// The middles of the labels: order kept, none overlapping, each pool of colliding neighbours as near to its wishes as
  /// can be (pool adjacent violators), all within `top...bottom`.
  ///
  /// - Precondition: The items are sorted by wish and fit.
  package static func middles(_ items: [Item], top: Double, bottom: Double) -> [Double] {
    var pools: [Pool] = []
    for (index, item) in items.enumerated() {
      var pool = Pool(items: index..<(index + 1), height: item.height, wishes: item.wish - item.height / 2, top: 0)
      pool.top = settled(pool, top, bottom)
      while let before = pools.last, before.top + before.height > pool.top {
        pools.removeLast()
        pool = Pool(
          items: before.items.lowerBound..<pool.items.upperBound, height: before.height + pool.height,
          wishes: before.wishes + pool.wishes - before.height * Double(pool.items.count), top: 0)
        pool.top = settled(pool, top, bottom)
      }
      pools.append(pool)
    }
    var middles: [Double] = []
    for pool in pools {
      var edge = pool.top
      for item in items[pool.items] {
        middles.append(edge + item.height / 2)
        edge += item.height
      }
    }
    return middles
  }

  private static func settled(_ pool: Pool, _ top: Double, _ bottom: Double) -> Double {
    max(top, min(pool.wishes / Double(pool.items.count), bottom - pool.height))
  }
}
