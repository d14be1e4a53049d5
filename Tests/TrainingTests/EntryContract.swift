import Foundation
import Study
import Testing

/// What every entry promises of its name, card and parameters.
func checkEntry(_ type: any Entry.Type) throws {
  let name = type.name
  let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
  #expect(!name.isEmpty && name.filter { !allowed.contains($0) }.isEmpty && !name.hasPrefix("-"))
  #expect(!type.card.title.isEmpty && type.card.summary.hasSuffix(".") && !type.card.source.isEmpty)
  let written = try JSONDecoder().decode(
    [String: ParameterValue].self, from: JSONEncoder().encode(type.standard))
  #expect(Set(written.keys) == Set(type.parameters.map { $0.name }))
  for parameter in type.parameters {
    #expect(parameter.summary.hasSuffix("."))
    let value = try #require(written[parameter.name])
    #expect(lies(value, in: parameter.domain), "\(name) \(parameter.name)")
  }
}

private func lies(_ value: ParameterValue, in domain: Parameter.Domain) -> Bool {
  switch (domain, value) {
  case (.whole(let range), .whole(let value)): range.contains(value)
  case (.number(let range), .whole(let value)): range.contains(Double(value))
  case (.number(let range), .number(let value)): range.contains(value)
  case (.word(let words), .word(let value)): words.contains(value)
  case (.flag, .flag): true
  case (.wholes(let range, let count), .list(let values)):
    count.contains(values.count) && values.filter { !lies($0, in: .whole(range)) }.isEmpty
  default: false
  }
}
