import Files
import Foundation
import Maths
import Study

/// Reads images and labels from IDX files: big-endian magic and sizes, then one byte a value.
struct ImageLoader {
  let card: DatasetCard
  let images: ImageCard

  private static let imageMagic = 2_051
  private static let labelMagic = 2_049

  private struct Raw {
    /// N x height x width grey bytes.
    var pixels: [UInt8] = []
    var labels: [Int] = []
  }

  func load(rows: Int?, seed: UInt64) throws(DatasetError) -> LoadedDataset {
    var raw = Raw()
    for part in images.parts { try read(part, into: &raw) }
    let classes = try classes(of: raw)
    let kept = distinct(raw)
    var chosen = kept
    if let rows {
      chosen = SubjectDraw(rows: rows, seed: seed).chosen(from: kept, subjects: Array(raw.labels.indices))
      guard Set(chosen.map { raw.labels[$0] }).count > 1 else { throw .fewRows(path: card.url.path, rows: rows) }
    }
    let records = Records(
      columns: columns(of: chosen, raw), labels: chosen.map { raw.labels[$0] }, classes: classes,
      subjects: Array(chosen.indices),
      image: ImageShape(height: images.height, width: images.width, channels: 1))
    let digests = images.parts.flatMap { [$0.imagesDigest, $0.labelsDigest] }
    return LoadedDataset(
      card: card, records: records, digest: Digest.hex(of: Array(digests.joined().utf8)),
      duplicatesRemoved: raw.labels.count - kept.count, rowsInFile: raw.labels.count, rows: chosen)
  }

  private func read(_ part: ImageCard.Part, into raw: inout Raw) throws(DatasetError) {
    let size = images.height * images.width
    let pixels = try values(
      part.images, part.imagesDigest, magic: Self.imageMagic, sizes: [images.height, images.width])
    let labels = try values(part.labels, part.labelsDigest, magic: Self.labelMagic, sizes: [])
    guard pixels.count == labels.count * size else {
      throw .images(path: part.labels, problem: "\(labels.count) labels but \(pixels.count / size) images")
    }
    raw.pixels += pixels
    raw.labels += labels.map(Int.init)
  }

  /// The bytes after the header, which must say `sizes` after the number of records.
  private func values(
    _ name: String, _ digest: String, magic: Int, sizes: [Int]
  ) throws(DatasetError) -> ArraySlice<UInt8> {
    let folders = images.folder.isEmpty ? [] : [URL(fileURLWithPath: images.folder)]
    let (bytes, path, _) = try card.content(of: name, digest: digest, besides: folders)
    let header = 4 * (2 + sizes.count)
    guard bytes.count >= header else { throw .images(path: path, problem: "the file is too short") }
    func word(_ place: Int) -> Int { bytes[4 * place..<4 * place + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard word(0) == magic, zip(sizes, 2...).allSatisfy({ word($1) == $0 }) else {
      throw .images(path: path, problem: "its header is not that of such images or labels")
    }
    let needed = sizes.reduce(word(1), *)
    guard bytes.count == header + needed else {
      throw .images(path: path, problem: "\(bytes.count - header) bytes of values but \(needed) announced")
    }
    return bytes[header...]
  }

  /// The names of the classes: the card's, where it names them.
  private func classes(of raw: Raw) throws(DatasetError) -> [String] {
    let count = (raw.labels.max() ?? -1) + 1
    let names = card.label.names ?? (0..<count).map(String.init)
    guard count <= names.count, Set(raw.labels).count > 1 else {
      throw .images(path: card.url.path, problem: "the labels are not those of \(names.count) classes")
    }
    return names
  }

  /// Images that repeat no earlier one of the same label.
  private func distinct(_ raw: Raw) -> [Int] {
    let size = images.height * images.width
    var firsts: [UInt64: [Int]] = [:]
    func pixels(_ record: Int) -> ArraySlice<UInt8> { raw.pixels[record * size..<(record + 1) * size] }
    return raw.labels.indices.filter { record in
      var hash = Maths.Stream.mix(UInt64(raw.labels[record]))
      for byte in pixels(record) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      let earlier = firsts[hash, default: []]
      let isKnown = earlier.contains { raw.labels[$0] == raw.labels[record] && pixels($0) == pixels(record) }
      if !isKnown { firsts[hash, default: []].append(record) }
      return !isKnown
    }
  }

  /// A pixel a column, in 0...255.
  private func columns(of chosen: [Int], _ raw: Raw) -> [Column] {
    let size = images.height * images.width
    let present = [Bool](repeating: false, count: chosen.count)
    return (0..<size).map { pixel in
      let values = chosen.map { Float(raw.pixels[$0 * size + pixel]) }
      let (row, column) = (pixel / images.width, pixel % images.width)
      return Column(name: "pixel_\(row)_\(column)", values: .numbers(values, missing: present), grid: .whole)
    }
  }
}
