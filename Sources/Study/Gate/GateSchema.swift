import Foundation

/// The JSON Schema of a gate, for editors: made from what the decoder knows, so that it cannot fall behind it.
public enum GateSchema {
  private typealias Object = [String: Any]

  /// The schema as text, sorted keys, two-space indent.
  public static var text: String {
    get throws {
      let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try JSONSerialization.data(withJSONObject: schema, options: options), as: UTF8.self)
        + "\n"
    }
  }

  private static var schema: Object {
    let words: Object = ["enum": MatchRule.allCases.map(\.rawValue)]
    let insufficient: Object = ["enum": Gate.Insufficient.allCases.map(\.rawValue)]
    let properties: Object = [
      "match": words, "on-insufficient": insufficient, "levels": rules(.level), "changes": rules(.change),
    ]
    let one: [Object] = [["required": ["levels"]], ["required": ["changes"]]]
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Rollcall gate", "type": "object",
      "additionalProperties": false, "properties": properties, "anyOf": one,
    ]
  }

  private static func rules(_ kind: Gate.Rule.Kind) -> Object {
    let choices = Gate.Rule.Figure.allCases.map { rule(kind, $0) }
    return ["type": "array", "minItems": 1, "items": ["anyOf": choices] as Object]
  }

  private static func rule(_ kind: Gate.Rule.Kind, _ figure: Gate.Rule.Figure) -> Object {
    let keys = Gate.keys(kind, figure)
    var properties: Object = [:]
    for key in keys { properties[key] = value(of: key, figure) }
    return [
      "type": "object", "additionalProperties": false,
      "required": keys.filter { !Gate.selectors.contains($0) }, "properties": properties,
    ]
  }

  private static func value(of key: String, _ figure: Gate.Rule.Figure) -> Object {
    switch key {
    case "figure": return ["const": figure.rawValue]
    case "at": return ["enum": Gate.rates]
    case "access": return oneOrMore(["enum": Access.allCases.map(\.rawValue)])
    case let key where Gate.selectors.contains(key): return oneOrMore(["type": "string", "minLength": 1])
    default: return ["type": "number", "minimum": 0, "maximum": 1]
    }
  }

  private static func oneOrMore(_ value: Object) -> Object {
    let list: Object = ["type": "array", "minItems": 1, "items": value]
    return ["anyOf": [value, list]]
  }
}
