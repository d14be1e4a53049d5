import Foundation

/// As much of JSON Schema as the project's schemas use, for tests.
struct JSONSchema {
  private let root: [String: Any]

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// Every place where `value` breaks the schema.
  func faults(in value: Any) -> [String] { faults(value, root, "$") }

  private func faults(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    if let reference = schema["$ref"] as? String { return faults(value, definition(reference), place) }
    if let options = schema["anyOf"] as? [[String: Any]] {
      return options.contains { faults(value, $0, place).isEmpty } ? [] : ["\(place) fits none of its forms"]
    }
    var result: [String] = []
    if let types = (schema["type"] as? String).map({ [$0] }) ?? schema["type"] as? [String],
      !types.contains(where: { Self.has(value, type: $0) })
    {
      return ["\(place) is no \(types.joined(separator: " or "))"]
    }
    if let constant = schema["const"], !Self.equal(value, constant) { result.append("\(place) is not \(constant)") }
    if let words = schema["enum"] as? [Any], !words.contains(where: { Self.equal(value, $0) }) {
      result.append("\(place) is none of \(words)")
    }
    if let least = schema["minimum"] as? Double, let number = value as? Double, number < least {
      result.append("\(place) is below \(least)")
    }
    if let most = schema["maximum"] as? Double, let number = value as? Double, number > most {
      result.append("\(place) is above \(most)")
    }
    if let object = value as? [String: Any] { result += faults(object: object, schema, place) }
    if let array = value as? [Any] {
      if let least = schema["minItems"] as? Int, array.count < least { result.append("\(place) is too short") }
      if let items = schema["items"] as? [String: Any] {
        result += array.enumerated().flatMap { faults($1, items, "\(place)[\($0)]") }
      }
    }
    return result
  }

  private func faults(object: [String: Any], _ schema: [String: Any], _ place: String) -> [String] {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let absent = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(place) has no \($0)" }
    let closed = schema["additionalProperties"] as? Bool == false
    return absent
      + object.keys.sorted().flatMap { key -> [String] in
        guard let value = object[key] else { return [] }
        guard let rule = properties[key] else { return closed ? ["\(place) has an unknown \(key)"] : [] }
        return faults(value, rule, "\(place).\(key)")
      }
  }

  private func definition(_ reference: String) -> [String: Any] {
    let name = String(reference.split(separator: "/").last ?? "")
    return (root["$defs"] as? [String: [String: Any]])?[name] ?? [:]
  }

  private static func has(_ value: Any, type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isTruth(value)
    case "integer": !isTruth(value) && (value as? Double).map { $0 == $0.rounded() } == true
    case "number": !isTruth(value) && value is Double
    default: false
    }
  }

  private static func isTruth(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }

  private static func equal(_ one: Any, _ other: Any) -> Bool {
    (one as? NSObject) == (other as? NSObject)
  }
}
