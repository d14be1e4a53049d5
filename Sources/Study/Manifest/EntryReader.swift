import Yams

/// Reads the entries of one kind: a name, or a mapping of a name and parameters, lists among them being sweeps.
struct EntryReader<Value> {
  /// One entry type as the reader needs it, whatever its protocol.
  struct Choice {
    let name: String
    let parameters: [Parameter]
    let make: (Parameters) throws -> Value
  }

  /// The kind in words: `model`.
  let kind: String
  let choices: [Choice]

  /// The most entries that one sweep may stand for.
  static var mostOfSweep: Int { 200 }

  func read(_ node: ManifestNode, of list: String) throws(ManifestError) -> [Value] {
    var result: [Value] = []
    for element in try node.list(of: list) { result += try entries(element) }
    return result
  }

  /// The entries that one element of the list stands for: several where it is a sweep.
  func entries(_ element: ManifestNode) throws(ManifestError) -> [Value] {
    if case .scalar(let scalar) = element.node {
      let choice = try choice(named: scalar.string, at: element)
      return [try make(choice, [:], at: element)]
    }
    guard case .mapping(let mapping) = element.node else {
      throw element.error("a \(kind) must be a name or a mapping with a name, not \(element.shown)")
    }
    guard let nameNode = mapping.first(where: { $0.key.string == "name" })?.value else {
      throw element.error("this \(kind) has no name: add 'name:'")
    }
    let named = ManifestNode(node: nameNode, file: element.file)
    let choice = try choice(named: try named.text(of: "name", longest: 64), at: named)
    let known = ["name"] + choice.parameters.map(\.name)
    let members = try element.members(of: "\(kind) '\(choice.name)'", known: known)
    var combinations: [Parameters] = [[:]]
    for parameter in choice.parameters {
      guard let member = members[parameter.name] else { continue }
      let values = try values(of: parameter, at: member)
      combinations = combinations.flatMap { given in values.map { given.merging([parameter.name: $0]) { $1 } } }
      guard combinations.count <= Self.mostOfSweep else {
        throw element.error("this sweep has over \(Self.mostOfSweep) settings: shorten its lists")
      }
    }
    var result: [Value] = []
    for combination in combinations { result.append(try make(choice, combination, at: element)) }
    return result
  }

  private func choice(named name: String, at node: ManifestNode) throws(ManifestError) -> Choice {
    guard let choice = choices.first(where: { $0.name == name }) else {
      let hint = Nearest.hint(for: name, in: choices.map(\.name))
      throw node.error("there is no \(kind) '\(ManifestNode.cut(name))'\(hint)")
    }
    return choice
  }

  /// The values of one parameter: several where a list stands in place of a single value.
  private func values(of parameter: Parameter, at node: ManifestNode) throws(ManifestError) -> [ParameterValue] {
    guard let given = node.value else {
      throw node.error("'\(parameter.name)' must be a plain value or a list of them, not \(node.shown)")
    }
    var values = [given]
    if case .list(let list) = given {
      let nested = list.contains { if case .list = $0 { true } else { false } }
      if !parameter.domain.isList || nested { values = list }
    }
    guard !values.isEmpty else { throw node.error("'\(parameter.name)' is an empty list") }
    for value in values {
      if let complaint = parameter.domain.complaint(about: value) {
        throw node.error("'\(parameter.name)' \(complaint), not \(ManifestNode.cut(value.description))")
      }
    }
    return values
  }

  private func make(
    _ choice: Choice, _ parameters: Parameters, at node: ManifestNode
  ) throws(ManifestError) -> Value {
    do { return try choice.make(parameters) } catch {
      throw node.error("the parameters of '\(choice.name)' do not fit together: \(error)")
    }
  }
}
