import Foundation
import Reports

/// Where a report's brand lies: in a folder that a manifest or a command names, or kept beside a report.
enum BrandFolder {
  /// Kept in a run's folder, so that its report can be made again.
  static let name = "Brand"
  static let lock = "brand.lock.yaml"

  /// The brand that a manifest names, relative to the manifest's folder.
  ///
  /// - Throws: ``Reports/BrandError``, ``Study/ManifestError``.
  static func named(_ path: String?, beside folder: URL?) throws -> Brand? {
    try path.map { path in
      try Brand(reading: folder.map { URL(fileURLWithPath: path, relativeTo: $0) } ?? URL(fileURLWithPath: path))
    }
  }

  /// The brand kept in a run's folder, if any.
  static func kept(in run: URL) throws -> Brand? {
    let folder = run.appendingPathComponent(name)
    return Places.isFolder(folder) ? try Brand(reading: folder) : nil
  }
}
