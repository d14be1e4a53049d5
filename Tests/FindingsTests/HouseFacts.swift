import Findings
import Foundation
import Study

/// The facts of this project, as they lie in its templates.
enum HouseFacts {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Templates/Guidance")

  static func texts() throws -> [Facts.Text] {
    try Facts.File.allCases.compactMap { file in
      let place = folder.appendingPathComponent(file.name)
      guard FileManager.default.fileExists(atPath: place.path) else { return nil }
      return Facts.Text(file: file, path: file.name, bytes: Array(try Data(contentsOf: place)))
    }
  }

  /// With a consultant's own file laid over.
  static func facts(own: [Facts.File: String] = [:]) throws -> Facts {
    let client = own.sorted { $0.key.name < $1.key.name }
      .map { Facts.Text(file: $0.key, path: "Guidance/\($0.key.name)", bytes: Array($0.value.utf8)) }
    return try Facts(house: try texts(), client: client)
  }
}
