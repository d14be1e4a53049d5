import Files
import Foundation
import Study
import Testing
import Training

@Suite("Datasets that are no tables") struct GeneratedAndImageTests {
  private static func library() throws -> DatasetLibrary { try DatasetLibrary(folders: [DatasetFolder.shipped]) }

  @Test("the baskets are those of the published generator, bit for bit")
  func baskets() throws {
    let card = try Self.library().card(named: "purchase100_like_synthetic")
    guard case .generated(let generator) = card.form else {
      Issue.record("the card names no generator")
      return
    }
    let (labels, bits) = generator.records(1_000)
    #expect(labels.prefix(10) == [79, 66, 79, 21, 93, 54, 43, 80, 64, 57])
    #expect(bits.reduce(0) { $0 + Int($1) } == 111_030)
    let ones = (0..<5).map { row in bits[row * 600..<(row + 1) * 600].reduce(0) { $0 + Int($1) } }
    #expect(ones == [118, 105, 103, 100, 105])
    #expect(Digest.hex(of: bits) == "e35bb4417b57d13a3eae899dbda4ad3c85ad78466e0733b71443029166d0c5df")
    #expect(
      Digest.hex(of: labels.map { UInt8($0) }) == "0b5881d706bbdd5c038bee4c2a2575adabaa51999d5afd3bbd05017218f4e242")
  }

  @Test("a draw of baskets has the rows asked for, of all hundred classes")
  func drawn() throws {
    let loaded = try Dataset.load(Self.library().card(named: "purchase100_like_synthetic"), rows: 3_000, seed: 1)
    #expect(loaded.records.count == 3_000 && loaded.records.columns.count == 600)
    #expect(loaded.records.classes.count == 100 && Set(loaded.records.labels).count == 100)
  }

  @Test("the photographs load as 784 pixels of 70,000 images, seven thousand a class")
  func photographs() throws {
    let loaded = try Dataset.load(Self.library().card(named: "fashion_mnist"), rows: 4_000, seed: 1)
    #expect(loaded.rowsInFile == 70_000 && loaded.records.count == 4_000)
    #expect(loaded.records.image == ImageShape(height: 28, width: 28, channels: 1))
    #expect(loaded.records.classes.count == 10 && loaded.records.classes[9] == "ankle_boot")
    let pixels = try #require(loaded.records.numbers(14 * 28 + 14))
    #expect(pixels.allSatisfy { 0...255 ~= $0 && $0 == $0.rounded() } && pixels.contains { $0 > 200 })
  }

  private func images(_ bytes: [UInt8], labels: [UInt8], in folder: borrowing DatasetFolder) throws -> DatasetCard {
    let header: [UInt8] = [0, 0, 8, 3, 0, 0, 0, UInt8(labels.count), 0, 0, 0, 2, 0, 0, 0, 2]
    let (pixels, marks) = (header + bytes, [0, 0, 8, 1, 0, 0, 0, UInt8(labels.count)] + labels)
    try AtomicFile.write(Data(pixels), to: folder.url.appendingPathComponent("i"))
    try AtomicFile.write(Data(marks), to: folder.url.appendingPathComponent("l"))
    try folder.write(
      """
      name: tiny
      label: {column: label, classes: 2, names: [left, right]}
      images:
        height: 2
        width: 2
        parts:
          - {images: i, images_sha256: \(Digest.hex(of: pixels)), labels: l, labels_sha256: \(Digest.hex(of: marks))}
      """, as: "tiny.yaml")
    return try DatasetCard(reading: folder.url.appendingPathComponent("tiny.yaml"))
  }

  @Test("images are read in order, and a repeated one is left out")
  func tiny() throws {
    let folder = try DatasetFolder()
    let card = try images([1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4], labels: [0, 1, 0], in: folder)
    let loaded = try Dataset.load(card, rows: nil, seed: 0)
    #expect(loaded.rows == [0, 1] && loaded.duplicatesRemoved == 1)
    #expect(loaded.records.numbers(3) == [4, 8] && loaded.records.classes == ["left", "right"])
    #expect(loaded.records.columns.map(\.name) == ["pixel_0_0", "pixel_0_1", "pixel_1_0", "pixel_1_1"])
  }

  @Test("a file that is shorter than its header says is refused")
  func short() throws {
    let folder = try DatasetFolder()
    let card = try images([1, 2, 3, 4, 5, 6, 7], labels: [0, 1], in: folder)
    let error = #expect(throws: DatasetError.self) { try Dataset.load(card, rows: nil, seed: 0) }
    #expect(error?.description.contains("7 bytes of values but 8 announced") == true)
  }
}
