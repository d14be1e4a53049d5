import Study

/// One attack as `--attacks` names it: `rmia-offline`, or with parameters `rmia-offline:a=0.3:gamma=2`.
struct AttackRequest: Equatable {
  /// As written: what outputs call it.
  let id: String
  let name: String
  let parameters: [(name: String, value: ParameterValue)]

  static func == (one: AttackRequest, other: AttackRequest) -> Bool { one.id == other.id }

  /// The requests of `a,b:x=1,all`; `all` is left as a request of that name.
  ///
  /// - Throws: ``AuditError``.
  static func list(_ text: String) throws -> [AttackRequest] {
    let requests = try text.split(separator: ",", omittingEmptySubsequences: false).map {
      try AttackRequest(String($0))
    }
    for (place, request) in requests.enumerated() where requests[..<place].contains(request) {
      throw AuditError.usage("--attacks names '\(request.id)' twice: remove one")
    }
    return requests
  }

  private init(_ text: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.first, !name.isEmpty, text.utf8.count <= 200 else {
      throw AuditError.usage("--attacks holds an empty or overlong name: write attack,attack or all")
    }
    self.name = name
    id = text
    parameters = try parts.dropFirst().map { part in
      guard let sign = part.firstIndex(of: "=") else {
        throw AuditError.usage("'\(text)' in --attacks: write parameters as NAME=VALUE, as in rmia-offline:a=0.3")
      }
      return (String(part[..<sign]), Self.value(String(part[part.index(after: sign)...])))
    }
  }

  private static func value(_ text: String) -> ParameterValue {
    if text == "true" || text == "false" { return .flag(text == "true") }
    if let whole = Int(text) { return .whole(whole) }
    let isDecimal = text.utf8.allSatisfy { "+-.eE0123456789".utf8.contains($0) }
    if isDecimal, let number = Double(text), number.isFinite { return .number(number) }
    return .word(text)
  }

  /// `base` with the parameters of this request.
  ///
  /// - Throws: ``AuditError`` where a parameter is unknown or its value is not allowed.
  func applied<Base: Entry>(to base: Base) throws -> Base {
    var values = base.values
    var given: Set<String> = []
    for (name, value) in parameters {
      guard let parameter = Base.parameters.first(where: { $0.name == name }) else {
        let known = Base.parameters.map(\.name).joined(separator: ", ")
        throw AuditError.usage(
          "'\(id)' in --attacks: \(Base.name) has no parameter '\(name)'"
            + (known.isEmpty ? "; it has none" : "; it has \(known)"))
      }
      if let complaint = parameter.domain.complaint(about: value) {
        throw AuditError.usage("'\(id)' in --attacks: '\(name)' \(complaint)")
      }
      guard given.insert(name).inserted else {
        throw AuditError.usage("'\(id)' in --attacks gives '\(name)' twice: remove one")
      }
      values[name] = value
    }
    // A constant that is given is used: it is not looked for as well.
    if given.contains("a"), !given.contains("tuned"), values["tuned"] != nil { values["tuned"] = .flag(false) }
    do { return try Base.replacing(values) } catch {
      throw AuditError.usage("'\(id)' in --attacks: the parameters do not fit together")
    }
  }
}

/// Attacks by the names that outputs call them by.
enum AttackSelection {
  /// What a request stands for: every named attack for `all`, else the one named.
  ///
  /// - Parameters:
  ///   - requests: in order; none twice.
  ///   - known: the named attacks.
  ///   - others: attacks that can be named and that `all` leaves out.
  ///   - apply: gives a named attack the parameters of a request.
  /// - Throws: ``AuditError`` with the names that there are.
  static func select<Chosen>(
    _ requests: [AttackRequest], known: [(name: String, attack: Chosen)],
    others: [(name: String, attack: Chosen)] = [],
    apply: (AttackRequest, Chosen) throws -> Chosen
  ) throws -> [(id: String, attack: Chosen)] {
    var result: [(id: String, attack: Chosen)] = []
    for request in requests {
      if request.name == "all", request.parameters.isEmpty {
        for entry in known where !result.contains(where: { $0.id == entry.name }) {
          result.append((entry.name, entry.attack))
        }
        continue
      }
      guard let entry = (known + others).first(where: { $0.name == request.name }) else {
        throw AuditError.usage(
          "there is no attack '\(request.name.prefix(60))' for this file: it is all or one of "
            + (known + others).map(\.name).joined(separator: ", "))
      }
      if !result.contains(where: { $0.id == request.id }) {
        result.append((request.id, try apply(request, entry.attack)))
      }
    }
    return result
  }
}
