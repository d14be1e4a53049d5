/// Light for paper and day, dark for screens at night.
public enum Theme: Sendable {
  case light, dark

  /// The colour of an ink as `0xRRGGBB`.
  public func colour(of ink: Ink) -> UInt32 {
    let pair: (light: UInt32, dark: UInt32) =
      switch ink {
      case .bg: (0xFFFFFF, 0x11161C)
      case .surface: (0xF5F4F0, 0x1A2129)
      case .ink: (0x16202B, 0xEEF2F5)
      case .ink2: (0x46525F, 0xB7C1CB)
      case .ink3: (0x626E7A, 0x8F9BA7)
      case .grid: (0xE4E7EA, 0x28313B)
      case .rule: (0xC9CFD5, 0x465261)
      case .accent: (0x0B5C7A, 0x62BBD9)
      case .accentsoft: (0xD5E6EC, 0x1D3A47)
      case .warn: (0xB3341A, 0xFF8A66)
      case .mark(let series): Self.marks[series]
      case .label(let series): Self.labels[series]
      case .fill(let rating): Self.fill(rating)
      case .on(let rating): Self.on(rating)
      case .rim(let rating): Self.rim(rating)
      }
    return self == .light ? pair.light : pair.dark
  }

  /// As style sheets write it: `#16202B`.
  public func hex(of ink: Ink) -> String {
    let digits = Array("0123456789ABCDEF")
    let colour = colour(of: ink)
    return "#" + String((0..<6).map { digits[Int(colour >> (20 - 4 * UInt32($0)) & 15)] })
  }

  // Eight colours told apart with every kind of colour vision: at least 13.6 (CIEDE2000) between any two.
  private static let marks: [(UInt32, UInt32)] = [
    (0x04649F, 0x47ABF9), (0xB4862E, 0xFFCE6C), (0x943A60, 0xD07FA2), (0x009A91, 0xBDEDD9),
    (0x5F1803, 0xC85B37), (0xAE7CD1, 0xEBD0FF), (0x526825, 0x96AF78), (0x042F69, 0x4E79D5),
  ]
  // The same, as dark as text needs: a contrast of 4.5 with paper and surface.
  private static let labels: [(UInt32, UInt32)] = [
    (0x04649F, 0x47ABF9), (0x906708, 0xFFCE6C), (0x943A60, 0xD07FA2), (0x007C74, 0xBDEDD9),
    (0x5F1803, 0xD76843), (0x895AAC, 0xEBD0FF), (0x526825, 0x96AF78), (0x042F69, 0x5E86E3),
  ]

  private static func fill(_ rating: Ink.Rating) -> (UInt32, UInt32) {
    switch rating {
    case .critical: (0x74102B, 0xA51C42)
    case .high: (0xC2451E, 0xD95A2B)
    case .moderate: (0xE8A33D, 0xE8A33D)
    case .low: (0xBFD6DD, 0xA9C6D0)
    case .minimal: (0xEDF4F4, 0xDDE9E9)
    case .inconclusive: (0xFFFFFF, 0x11161C)
    }
  }

  private static func on(_ rating: Ink.Rating) -> (UInt32, UInt32) {
    switch rating {
    case .critical: (0xFFFFFF, 0xFFFFFF)
    case .high: (0xFFFFFF, 0x11161C)
    case .moderate, .low, .minimal: (0x16202B, 0x11161C)
    case .inconclusive: (0x16202B, 0xEEF2F5)
    }
  }

  private static func rim(_ rating: Ink.Rating) -> (UInt32, UInt32) {
    switch rating {
    case .critical: (0x74102B, 0xE0708D)
    case .high: (0xC2451E, 0xD95A2B)
    case .moderate: (0xB87A16, 0xE8A33D)
    case .low: (0x6E97A5, 0xA9C6D0)
    case .minimal: (0x6E97A5, 0xDDE9E9)
    case .inconclusive: (0x626E7A, 0x8F9BA7)
    }
  }
}
