/// The JSON Schema of what a manifest states of the report and of the client.
enum EngagementSchema {
  typealias Object = [String: Any]

  static var report: Object {
    object([
      "title": line(200), "client": line(200), "authors": lines, "reviewers": lines, "distribution": lines,
      "version": line(64), "status": words(DocumentControl.Status.allCases.map(\.rawValue)),
      "classification": line(100), "retention": day, "brand": line(1_000), "language": line(Language.longestTag),
    ])
  }

  static var engagement: Object {
    object([
      "system": line(200),
      "sensitivity": [
        "anyOf": [sensitivities, ["type": "object", "additionalProperties": sensitivities] as Object]
      ] as Object,
      "release": words(AccessLevel.allCases.map(\.rawValue)), "people": ["type": "integer", "minimum": 1] as Object,
      "prior": object(
        ["low": share, "likely": share, "high": share, "because": line(500)],
        required: ["low", "likely", "high", "because"]),
      "jurisdictions": ["type": "array", "minItems": 1, "items": jurisdiction] as Object, "costs": costs,
      "budget": line(1_000), "ledger": line(1_000),
    ])
  }

  private static var jurisdiction: Object {
    let whole = object(
      [
        "regulation": line(64), "turnover": amount, "currency": currency,
        "units": ["type": "integer", "minimum": 0] as Object, "small": ["type": "boolean"] as Object,
      ], required: ["regulation"])
    return ["anyOf": [line(64), whole]]
  }

  private static var costs: Object {
    let spread = object(["low": amount, "likely": amount, "high": amount], required: ["low", "likely", "high"])
    return [
      "type": "object",
      "properties": [
        "currency": currency, "region": line(64),
        "exchange": [
          "type": "object", "required": ["date"], "properties": ["date": day] as Object,
          "additionalProperties": ["type": "number", "exclusiveMinimum": 0] as Object,
        ] as Object,
      ] as Object,
      "additionalProperties": ["anyOf": [amount, spread]] as Object,
    ]
  }

  private static func line(_ longest: Int) -> Object { ["type": "string", "minLength": 1, "maxLength": longest] }
  private static var lines: Object {
    ["anyOf": [line(200), ["type": "array", "minItems": 1, "items": line(200)] as Object]]
  }
  private static func words(_ words: [String]) -> Object { ["enum": words] }
  private static var sensitivities: Object { words(Sensitivity.allCases.map(\.rawValue)) }
  private static var share: Object { ["type": "number", "minimum": 0, "maximum": 1] }
  private static var amount: Object { ["type": "number", "minimum": 0] }
  private static var currency: Object { ["type": "string", "pattern": "^[A-Z]{3}$"] }
  private static var day: Object { ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"] }

  private static func object(_ properties: Object, required: [String] = []) -> Object {
    var result: Object = ["type": "object", "additionalProperties": false, "properties": properties]
    if !required.isEmpty { result["required"] = required }
    return result
  }
}
