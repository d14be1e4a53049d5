import Foundation

/// The JSON Schema of a manifest, for editors: made from the registries, so that it cannot fall behind them.
public struct ManifestSchema {
  private let catalogue: Catalogue

  public init(_ catalogue: Catalogue) { self.catalogue = catalogue }

  /// The schema as text, sorted keys, two-space indent.
  public var text: String {
    get throws {
      let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try JSONSerialization.data(withJSONObject: schema, options: options), as: UTF8.self)
        + "\n"
    }
  }

  private typealias Object = [String: Any]

  private var schema: Object {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Rollcall manifest", "type": "object",
      "additionalProperties": false, "required": ["name", "datasets", "models", "attacks"],
      "properties": [
        "name": ["type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"] as Object,
        "date": ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"] as Object,
        "seed": ["type": "integer", "minimum": 0] as Object, "datasets": datasets,
        "models": list(catalogue.models.map { entry($0.name, $0.card, $0.parameters) }),
        "defences": defences,
        "attacks": list(catalogue.attacks.map { entry($0.name, $0.card, $0.parameters) }), "pool": pool,
        "audit": audit, "boundary": boundary, "keep": keep,
        "utility-floor": ["type": "number", "minimum": 0, "maximum": 1, "default": 0.95] as Object,
        "report": EngagementSchema.report, "engagement": EngagementSchema.engagement,
      ] as Object,
      "$defs": [
        "defence": ["anyOf": catalogue.defences.flatMap { entry($0.name, $0.card, $0.parameters) }] as Object
      ] as Object,
    ]
  }

  private var audit: Object {
    let kind: Object = ["enum": CanaryKind.allCases.map(\.rawValue)]
    let kinds: Object = ["type": "array", "minItems": 1, "uniqueItems": true, "items": kind]
    let standard = CanaryOptions()
    return object([
      "canaries": [
        "type": "integer", "minimum": CanaryOptions.least, "maximum": CanaryOptions.most,
        "default": standard.canaries,
      ] as Object, "kinds": ["anyOf": [kind, kinds]] as Object,
    ])
  }

  private var keep: Object {
    let one: Object = ["enum": Manifest.Keepsake.allCases.map(\.rawValue)]
    return ["anyOf": [one, ["type": "array", "minItems": 1, "uniqueItems": true, "items": one] as Object]]
  }

  private var boundary: Object {
    func whole(_ range: ClosedRange<Int>, _ standard: Int) -> Object {
      ["type": "integer", "minimum": range.lowerBound, "maximum": range.upperBound, "default": standard]
    }
    let standard = BoundaryOptions()
    return object([
      "records": whole(BoundaryOptions.records, standard.records),
      "queries": whole(BoundaryOptions.queries, standard.queries),
    ])
  }

  private var pool: Object {
    object([
      "models": ["type": "integer", "minimum": 2, "multipleOf": 2, "default": Manifest.PoolOptions().models] as Object,
      "population": ["type": "integer", "minimum": 1] as Object,
      "independent": ["type": "integer", "minimum": 0] as Object,
    ])
  }

  /// Any name: which datasets there are depends on the folders that are looked in.
  private var datasets: Object {
    let name: Object = ["type": "string", "pattern": "^[a-z0-9_]{1,64}$"]
    var long = object(["name": name, "rows": ["type": "integer", "minimum": 1] as Object])
    long["required"] = ["name"]
    return ["type": "array", "minItems": 1, "items": ["anyOf": [name, long]] as Object]
  }

  /// A defence, or a list of them that act one after another.
  private var defences: Object {
    let one: Object = ["$ref": "#/$defs/defence"]
    let chain: Object = [
      "type": "array", "minItems": 1, "maxItems": Chain.longest, "items": one,
      "description": "A chain: these defences together, in this order.",
    ]
    return list([[one, chain]])
  }

  private func list(_ entries: [[Object]]) -> Object {
    ["type": "array", "minItems": 1, "items": ["anyOf": entries.flatMap { $0 }] as Object]
  }

  /// The name alone, or a mapping of name and parameters.
  private func entry(_ name: String, _ card: Card, _ parameters: [Parameter]) -> [Object] {
    var properties: Object = ["name": ["const": name] as Object]
    for parameter in parameters {
      var value = Self.value(parameter.domain)
      value["description"] = parameter.summary
      let sweep: Object = ["type": "array", "minItems": 1, "items": Self.value(parameter.domain)]
      properties[parameter.name] = ["anyOf": [value, sweep]] as Object
    }
    var long = object(properties)
    long["required"] = ["name"]
    return [["const": name, "description": "\(card.title). \(card.summary)"], long]
  }

  private func object(_ properties: Object) -> Object {
    ["type": "object", "additionalProperties": false, "properties": properties]
  }

  private static func value(_ domain: Parameter.Domain) -> Object {
    switch domain {
    case .whole(let range): ["type": "integer", "minimum": range.lowerBound, "maximum": range.upperBound]
    case .number(let range): ["type": "number", "minimum": range.lowerBound, "maximum": range.upperBound]
    case .word(let words): ["enum": words]
    case .flag: ["type": "boolean"]
    case .wholes(let range, let count):
      [
        "type": "array", "minItems": count.lowerBound, "maxItems": count.upperBound,
        "items": ["type": "integer", "minimum": range.lowerBound, "maximum": range.upperBound] as Object,
      ]
    }
  }
}
