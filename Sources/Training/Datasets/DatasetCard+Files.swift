import Files
import Foundation

extension DatasetCard {
  /// The first file of a name beside the card or, of a set that is not shipped, in ``folders``.
  ///
  /// - Throws: ``DatasetError``: what to get and where, where there is none and the card says it.
  private func located(_ file: String, besides more: [URL]) throws(DatasetError) -> URL {
    let beside = url.deletingLastPathComponent().appendingPathComponent(file)
    // A set that is shipped lies beside its card: elsewhere would hide that it is gone.
    let others = obtain.isEmpty ? [] : folders + more
    let places = [beside] + others.map { $0.appendingPathComponent(file) }
    if let found = places.first(where: { FileManager.default.fileExists(atPath: $0.path) }) { return found }
    guard obtain.isEmpty else { throw .absent(name: name, file: file, obtain: obtain) }
    return beside
  }

  /// A file's bytes, unpacked, and the SHA-256 of it as stored.
  ///
  /// - Parameters:
  ///   - name: A plain name, looked for beside the card, in ``folders`` and in `more`.
  ///   - digest: Of the file as stored.
  ///   - contentDigest: Of the unpacked bytes: enough for a set that is not shipped. Empty: only the first counts.
  func content(
    of name: String, digest: String, contentDigest: String = "", besides more: [URL] = []
  ) throws(DatasetError) -> (bytes: [UInt8], path: String, digest: String) {
    let url = try located(name, besides: more)
    let (file, bytes): (RawFile, [UInt8])
    do throws(FileError) {
      file = try RawFile(reading: url, limit: Dataset.sizeLimit)
      // An altered file that no longer unpacks is told to be altered.
      bytes = (try? file.content(limit: Dataset.sizeLimit)) ?? []
    } catch { throw .file(error) }
    let found = Digest.hex(of: file.bytes)
    // A shipped file has one form; one that a user got may be packed otherwise.
    let isContent = !obtain.isEmpty && !contentDigest.isEmpty && Digest.hex(of: bytes) == contentDigest
    guard found == digest || isContent
    else { throw .altered(path: file.path) }
    return (bytes, file.path, found)
  }
}
