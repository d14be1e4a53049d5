import Files
import Findings
import Foundation
import Study

/// The house's facts and a consultant's own, which lie beside the manifest and are kept beside the report.
struct GuidanceFolders {
  static let name = "Guidance"

  /// With all templates.
  let templates: URL
  /// The folder that may hold ``name``: the manifest's, or a run's; nil where there is none.
  let beside: URL?

  /// The facts as typed, and the bytes of the consultant's own files by name.
  struct Content {
    let guidance: Guidance
    let own: [(name: String, bytes: Data)]
  }

  /// - Throws: ``Files/FileError``, ``Study/ManifestError``, ``GuidanceError``.
  func read() throws -> Content {
    let house = try texts(in: templates.appendingPathComponent(Self.name), shownAs: "Templates/\(Self.name)")
    let own = try beside.map { try texts(in: $0.appendingPathComponent(Self.name), shownAs: Self.name) } ?? []
    var digests: [String: String] = [:]
    for text in house + own { digests[text.path] = Digest.hex(of: text.bytes) }
    let guidance = try Guidance(Facts(house: house, client: own), digests: digests)
    return Content(guidance: guidance, own: own.map { ($0.file.name, Data($0.bytes)) })
  }

  private func texts(in folder: URL, shownAs shown: String) throws -> [Facts.Text] {
    guard Places.isFolder(folder) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    return try names.sorted().map { name in
      guard let file = Facts.File.allCases.first(where: { $0.name == name }) else {
        throw GuidanceError.unknownFile(path: "\(shown)/\(name)", known: Facts.File.allCases.map(\.name))
      }
      let bytes = try GivenFile.bytes(of: folder.appendingPathComponent(name), most: FactNode.largestFile)
      return Facts.Text(file: file, path: "\(shown)/\(name)", bytes: Array(bytes))
    }
  }
}

/// Why a folder of facts cannot be used.
enum GuidanceError: Error, Equatable, CustomStringConvertible {
  case unknownFile(path: String, known: [String])

  var description: String {
    switch self {
    case .unknownFile(let path, let known):
      "\(path): no file of facts has this name: use one of \(known.joined(separator: ", "))"
    }
  }
}
