extension Catalogue {
  var modelReader: EntryReader<any Trainer> {
    EntryReader(kind: "model", choices: models.map { Self.choice($0) })
  }
  var defenceReader: EntryReader<any Defence> {
    EntryReader(kind: "defence", choices: defences.map { Self.choice($0) })
  }
  var attackReader: EntryReader<any Attack> {
    EntryReader(kind: "attack", choices: attacks.map { Self.choice($0) })
  }

  /// What a manifest without `defences` means: the defence that changes nothing.
  var undefended: [any Defence] {
    func standard(_ type: any Defence.Type) -> any Defence { type.standard }
    return defences.filter { $0.stage == .none }.map(standard)
  }

  private static func choice(_ type: any Trainer.Type) -> EntryReader<any Trainer>.Choice {
    func make<E: Trainer>(_ type: E.Type) -> (Parameters) throws -> any Trainer { { try type.replacing($0) } }
    return .init(name: type.name, parameters: type.parameters, make: make(type))
  }
  private static func choice(_ type: any Defence.Type) -> EntryReader<any Defence>.Choice {
    func make<E: Defence>(_ type: E.Type) -> (Parameters) throws -> any Defence { { try type.replacing($0) } }
    return .init(name: type.name, parameters: type.parameters, make: make(type))
  }
  private static func choice(_ type: any Attack.Type) -> EntryReader<any Attack>.Choice {
    func make<E: Attack>(_ type: E.Type) -> (Parameters) throws -> any Attack { { try type.replacing($0) } }
    return .init(name: type.name, parameters: type.parameters, make: make(type))
  }
}
