import Foundation
import Reports
import Study
import Testing

@Suite("A brand's colours")
struct BrandColourTests {
  /// Pairs and their differences from table 1 of Sharma, Wu and Dalal 2005.
  @Test(
    "differ by CIEDE2000 as published",
    arguments: [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425), ([50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0000),
      ([50, 0, 0], [50, -1, 2], 2.3669), ([50, 2.4900, -0.0010], [50, -2.4900, 0.0011], 7.2195),
      ([50, -0.0010, 2.4900], [50, 0.0011, -2.4900], 4.7461), ([50, 2.5, 0], [73, 25, -18], 27.1492),
      ([50, 2.5, 0], [56, -27, -3], 31.9030), ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
      ([22.7233, 20.0904, -46.6940], [23.0331, 14.9730, -42.5619], 2.0373),
      ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ] as [([Double], [Double], Double)])
  func difference(_ one: [Double], _ other: [Double], _ expected: Double) {
    let (one, other) = (Self.lab(one), Self.lab(other))
    #expect(abs(one.difference(from: other) - expected) < 5e-5)
    #expect(abs(other.difference(from: one) - expected) < 5e-5)
  }

  private static func lab(_ values: [Double]) -> LabColour {
    LabColour(lightness: values[0], a: values[1], b: values[2])
  }

  @Test("go to CIELAB and back unchanged")
  func roundTrip() {
    for colour in Self.sweep { #expect(LabColour(colour).shown == colour) }
    let red = LabColour(HexColour(red: 255, green: 0, blue: 0))
    #expect(abs(red.lightness - 53.24) < 0.01 && abs(red.a - 80.09) < 0.01 && abs(red.b - 67.20) < 0.01)
  }

  /// 7 x 7 x 7 colours over the cube.
  private static let sweep: [HexColour] = (0..<343).map { place in
    let parts = [place % 7, place / 7 % 7, place / 49].map { UInt8(255 * $0 / 6) }
    return HexColour(red: parts[0], green: parts[1], blue: parts[2])
  }

  private static func hex(_ text: String) throws -> HexColour { try #require(HexColour(text)) }

  @Test("are legible whatever was given, on page, surface and each cover")
  func legible() throws {
    let (paper, surface) = (try Self.hex("#FFFFFF"), try Self.hex("#F5F4F0"))
    let (night, dusk) = (try Self.hex("#11161C"), try Self.hex("#1A2129"))
    for accent in Self.sweep {
      for ground in BrandSheet.Ground.allCases {
        var sheet = try BrandSample.sheet()
        (sheet.accent, sheet.ground) = (accent, ground)
        let palette = try BrandSample.palette(sheet)
        for page in [paper, surface] { #expect(palette.text.light.contrast(with: page) >= 4.5) }
        for page in [night, dusk] { #expect(palette.text.dark.contrast(with: page) >= 4.5) }
        #expect(palette.mark.light.contrast(with: paper) >= 3 && palette.mark.dark.contrast(with: night) >= 3)
        let cover = palette.cover
        #expect(cover.ink.contrast(with: cover.ground) >= 7 && cover.second.contrast(with: cover.ground) >= 4.5)
        #expect(cover.kicker.contrast(with: cover.ground) >= 4.5 && cover.mark.contrast(with: cover.ground) >= 3)
      }
    }
  }

  @Test("a hard yellow is a dark ochre as text and stays yellow on a dark cover")
  func yellow() throws {
    var sheet = try BrandSample.sheet()
    sheet.accent = try Self.hex("#FFD400")
    let palette = try BrandSample.palette(sheet)
    let (given, text) = (LabColour(sheet.accent), LabColour(palette.text.light))
    #expect(text.lightness < 50 && !palette.isNearRating)
    #expect(abs(atan2(given.b, given.a) - atan2(text.b, text.a)) < 0.05)
    #expect(palette.cover.mark == sheet.accent && palette.cover.kicker == sheet.accent)
    #expect(palette.text.dark == sheet.accent)
  }

  @Test("one like a rating keeps to the mark, and text is ink")
  func nearRating() throws {
    var sheet = try BrandSample.sheet()
    sheet.accent = try Self.hex("#C2451E")
    let palette = try BrandSample.palette(sheet)
    #expect(palette.isNearRating && palette.mark.light == sheet.accent)
    let (ink, nightInk) = (try Self.hex("#16202B"), try Self.hex("#EEF2F5"))
    #expect(palette.text.light == ink && palette.text.dark == nightInk)
    #expect(try BrandSample.html(sheet).contains("--link:underline"))
    #expect(palette.changes.contains { $0.use == "accent as text, light" && $0.rule.contains("to a rating") })
  }

  @Test("a cover ground in the middle is moved until ink can be read on it")
  func coverGround() throws {
    var sheet = try BrandSample.sheet()
    (sheet.ground, sheet.coverGround, sheet.coverInk) = (.brand, try Self.hex("#777777"), try Self.hex("#888888"))
    let palette = try BrandSample.palette(sheet)
    #expect(palette.cover.ground != sheet.coverGround && palette.cover.ink.contrast(with: palette.cover.ground) >= 7)
    let change = try #require(palette.changes.first { $0.use == "cover ground" })
    #expect(change.given == sheet.coverGround && change.used == palette.cover.ground)
  }

  @Test("are read as #RGB and #RRGGBB alone")
  func hex() {
    #expect(HexColour("#fa0").map { "\($0)" } == "#FFAA00" && HexColour("#0b5C7a").map { "\($0)" } == "#0B5C7A")
    for wrong in ["", "#", "yellow", "FFD400", "#FFD40", "#FFD400FF", "#GGGGGG", "#FF D400", "#ＦＦＤ４００"] {
      #expect(HexColour(wrong) == nil, "\(wrong)")
    }
  }
}
