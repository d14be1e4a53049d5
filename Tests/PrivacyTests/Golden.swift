import Foundation
import Testing

/// The reference values, table by table.
enum Golden {
  typealias Row = [String: Any]

  static func rows(_ table: String) throws -> [Row] {
    let url = try #require(Bundle.module.url(forResource: "privacy", withExtension: "json", subdirectory: "Golden"))
    let all = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    return try #require(all[table] as? [Row])
  }
}

extension [String: Any] {
  func number(_ key: String) throws -> Double { try #require(self[key] as? Double) }

  func whole(_ key: String) throws -> Int { try #require(self[key] as? Int) }
}
