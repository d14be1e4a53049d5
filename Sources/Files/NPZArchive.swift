public import Foundation

/// Named arrays in one file, as `numpy.savez` and `numpy.savez_compressed` write them.
public struct NPZArchive: Sendable {
  /// The arrays' names, without `.npy`, in the order of the archive.
  public let names: [String]
  private let file: RawFile
  private let entries: [ZipEntry]
  /// Bytes; a larger entry that unpacks to more than ``mostRatio`` times its size holds nothing but repetitions.
  private static let smallEntry = 1 << 26
  private static let mostRatio = 200

  /// Reads an archive's table of contents.
  ///
  /// - Parameters:
  ///   - url: The archive.
  ///   - limit: The most bytes, of the archive and of its arrays together when unpacked.
  /// - Throws: ``FileError`` where it is no archive, is damaged, or holds names that are not plain.
  public init(reading url: URL, limit: Int) throws(FileError) {
    try self.init(RawFile(reading: url, limit: limit), limit: limit)
  }

  /// Reads the table of contents of an archive in memory.
  public init(_ file: RawFile, limit: Int) throws(FileError) {
    let directory = ZipDirectory(file)
    entries = try directory.entries()
    var names: [String] = []
    var seen: Set<String> = []
    var total = 0
    for entry in entries {
      guard let name = Self.arrayName(entry.name) else { throw directory.fault(entry.place, .badName(entry.name)) }
      guard seen.insert(name).inserted else { throw directory.fault(entry.place, .duplicateName(name)) }
      names.append(name)
      let (sum, overflows) = total.addingReportingOverflow(entry.size)
      guard !overflows, sum <= limit else { throw directory.fault(entry.place, .tooLarge(limit: limit)) }
      guard entry.size <= Self.smallEntry || entry.size / Self.mostRatio <= entry.packedSize
      else { throw directory.fault(entry.place, .bomb(name)) }
      total = sum
    }
    self.names = names
    self.file = file
  }

  /// Unpacks one array and checks it.
  ///
  /// - Throws: ``FileError`` where there is none of the name, or it is damaged or no array that is read.
  public func array(named name: String) throws(FileError) -> NPYArray {
    guard let index = names.firstIndex(of: name) else {
      throw .archive(path: file.path, offset: 0, fault: .missingArray(name: name, found: names))
    }
    let content = try entries[index].content(in: file)
    return try NPYArray(content, path: "\(file.path) (\(entries[index].name))")
  }

  /// The name without `.npy`, or nil where it is not plain: a path could lead anywhere if it were ever written.
  private static func arrayName(_ entry: String) -> String? {
    guard entry.hasSuffix(".npy"), entry.utf8.count <= 255 else { return nil }
    let name = entry.dropLast(4)
    let isPlain = name.unicodeScalars.allSatisfy {
      $0 != "/" && $0 != "\\" && $0.properties.generalCategory != .control && $0 != "\u{FFFD}"
    }
    // `C:name` would be a place on another disk; a colon elsewhere stands before the parameters of an attack.
    let isOnDisk = name.dropFirst().first == ":"
    return isPlain && !isOnDisk && !name.isEmpty && !name.hasPrefix(".") ? String(name) : nil
  }
}
