import Figures
import Foundation
import Testing

@Suite("Figures of a font")
struct FigureWidthsTests {
  private func golden(_ name: String) -> URL { Bundle.module.bundleURL.appendingPathComponent("Golden/\(name)") }

  @Test("stand in columns where they are equally wide, or where the font has tabular ones")
  func columns() throws {
    let (even, uneven) = (
      try #require(FigureWidths(of: golden("even.ttf"))), try #require(FigureWidths(of: golden("uneven.ttf")))
    )
    #expect(even.areEqual && !even.hasTabular && even.lineUp)
    #expect(!uneven.areEqual && !uneven.hasTabular && !uneven.lineUp)
    #expect(FigureWidths(of: golden("README.md")) == nil)
  }

  @Test("of the house line up")
  func house() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Templates/Fonts")
    let fonts = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "woff2" }
    #expect(fonts.count >= 8)
    for font in fonts {
      #expect(try #require(FigureWidths(of: font)).lineUp, "\(font.lastPathComponent)")
    }
  }
}
