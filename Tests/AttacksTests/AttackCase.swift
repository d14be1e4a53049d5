import Attacks
import Foundation
import Study
import Testing

/// An attack as a test argument: each entry of the registry as it stands, and with each word or flag it can be given.
struct AttackCase: CustomTestStringConvertible, Sendable {
  let attack: any Attack
  let testDescription: String

  var type: any Attack.Type { Swift.type(of: attack) }

  static func all() throws -> [AttackCase] { try attacks.flatMap { try variants(of: $0) } }

  private static func variants<Entry: Attack>(of type: Entry.Type) throws -> [AttackCase] {
    var cases = [AttackCase(attack: Entry.standard, testDescription: Entry.name)]
    let standard = try cases[0].parameters()
    for parameter in Entry.parameters {
      for value in parameter.domain.choices where value != standard[parameter.name] {
        var values = standard
        values[parameter.name] = value
        let attack = try JSONDecoder().decode(Entry.self, from: JSONEncoder().encode(values))
        cases.append(AttackCase(attack: attack, testDescription: "\(Entry.name), \(parameter.name) \(value)"))
      }
    }
    return cases
  }

  /// The attack's parameters as a manifest would hold them.
  func parameters() throws -> Parameters {
    try JSONDecoder().decode(Parameters.self, from: JSONEncoder().encode(attack))
  }

  /// The area under the curve, mean over all targets of a pool.
  func meanArea(_ pool: Pool) throws -> Double {
    let areas = try pool.signals.models.indices.map { target in
      area(try attack.checkedScores(pool.signals.evidence(target: target, seed: 1)), pool.truth(target))
    }
    return areas.reduce(0, +) / Double(areas.count)
  }
}

extension Parameter.Domain {
  /// Every value, where they can be counted by name.
  var choices: [ParameterValue] {
    switch self {
    case .word(let words): words.map { .word($0) }
    case .flag: [.flag(false), .flag(true)]
    case .whole, .number, .wholes: []
    }
  }

  func holds(_ value: ParameterValue) -> Bool {
    switch (self, value) {
    case (.whole(let range), .whole(let value)): range.contains(value)
    case (.number(let range), .number(let value)): range.contains(value)
    case (.number(let range), .whole(let value)): range.contains(Double(value))
    case (.word(let words), .word(let value)): words.contains(value)
    case (.flag, .flag): true
    default: false
    }
  }
}
