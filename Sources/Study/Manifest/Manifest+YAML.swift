import Yams

extension Manifest {
  private static let keys = [
    "name", "date", "seed", "datasets", "models", "defences", "attacks", "pool", "audit", "boundary", "keep",
    "utility-floor", "report", "engagement",
  ]
  /// The most models a pool may have, and the most records a dataset may be cut to.
  private static let (mostModels, mostRecords) = (4_096, 100_000_000)

  /// Reads a manifest.
  ///
  /// - Parameters:
  ///   - text: UTF-8 YAML.
  ///   - file: How messages call the file.
  /// - Throws: ``ManifestError`` with file, line, column, the value, and the nearest valid names.
  public static func read(_ text: [UInt8], file: String, catalogue: Catalogue) throws(ManifestError) -> Manifest {
    let root = try ManifestNode.root(of: text, file: file, kind: "a manifest")
    let members = try root.members(of: "the manifest", known: keys)
    for key in ["name", "datasets", "models", "attacks"] where members[key] == nil {
      throw root.error("the manifest has no '\(key)': add it")
    }
    return try Manifest(members, catalogue: catalogue, root: root)
  }

  private init(
    _ members: [String: ManifestNode], catalogue: Catalogue, root: ManifestNode
  ) throws(ManifestError) {
    func required(_ key: String) throws(ManifestError) -> ManifestNode {
      guard let node = members[key] else { throw root.error("the manifest has no '\(key)': add it") }
      return node
    }
    name = try Self.name(try required("name"))
    date = try members["date"].map { node throws(ManifestError) in try Self.date(node) }
    seed = UInt64(try members["seed"]?.whole(of: "seed", in: 0...Int.max) ?? 0)
    datasets = try Self.datasets(try required("datasets"), known: catalogue.datasets)
    models = try catalogue.modelReader.read(try required("models"), of: "models")
    defences =
      try members["defences"].map { node throws(ManifestError) in
        try catalogue.defenceReader.chains(node, of: "defences")
      } ?? catalogue.undefended.map { Chain($0) }
    attacks = try catalogue.attackReader.read(try required("attacks"), of: "attacks")
    pool = try Self.pool(members["pool"])
    audit = try members["audit"].map { node throws(ManifestError) in try CanaryOptions(node) }
    boundary = try members["boundary"].map { node throws(ManifestError) in try BoundaryOptions(node) }
    for element in try members["keep"]?.several(of: "keep") ?? [] {
      keep.append(try element.choice(of: "keep", among: Keepsake.allCases.map { ($0.rawValue, $0) }))
    }
    utilityFloor = try members["utility-floor"]?.number(of: "utility-floor", in: 0...1)
    report = try members["report"]?.documentControl() ?? DocumentControl()
    engagement = try members["engagement"]?.engagement()
    try refuseRepetitions(members)
    try refuseSmallPools(members)
  }

  /// Equal entries would be cells of one identity.
  private func refuseRepetitions(_ members: [String: ManifestNode]) throws(ManifestError) {
    let lists: [(String, [String])] = [
      ("datasets", datasets.map { "\($0.name) \($0.rows ?? 0)" }), ("models", models.map(\.identity)),
      ("defences", defences.map(\.identity)), ("attacks", attacks.map(\.identity)),
    ]
    for (key, identities) in lists {
      let twice = identities.indices.first { identities[..<$0].contains(identities[$0]) }
      if let twice, let node = members[key] {
        throw node.error("\(key) holds '\(identities[twice])' twice: remove one")
      }
    }
  }

  private func refuseSmallPools(_ members: [String: ManifestNode]) throws(ManifestError) {
    for attack in attacks {
      let type = type(of: attack)
      if pool.models < type.needs.leastModels, let node = members["pool"] ?? members["attacks"] {
        throw node.error(
          "'\(type.name)' needs pool: models \(type.needs.leastModels) or more, not \(pool.models)")
      }
    }
  }

  static func name(_ node: ManifestNode) throws(ManifestError) -> String {
    let name = try node.text(of: "name", longest: 64)
    let allowed = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || "_-.".utf8.contains($0)
    }
    guard allowed, name.first?.isLetter == true || name.first?.isNumber == true else {
      throw node.error(
        "name must be letters, digits, '_', '-' and '.', starting with a letter or digit, not \(node.shown)")
    }
    return name
  }

  static func date(_ node: ManifestNode) throws(ManifestError) -> String {
    let text = try node.text(of: "date", longest: 32)
    guard CalendarDate(text) != nil else {
      throw node.error("date must be a day of the calendar written yyyy-mm-dd, not \(node.shown)")
    }
    return text
  }

  private static func datasets(_ node: ManifestNode, known: [String]) throws(ManifestError) -> [DatasetChoice] {
    let rows = Parameter("rows", .whole(1...mostRecords), "At most this many records, a seeded draw of subjects.")
    let reader = EntryReader<DatasetChoice>(
      kind: "dataset",
      choices: known.map { name in
        .init(name: name, parameters: [rows]) { given in
          if case .whole(let rows)? = given["rows"] {
            DatasetChoice(name: name, rows: rows)
          } else {
            DatasetChoice(name: name)
          }
        }
      })
    return try reader.read(node, of: "datasets")
  }

  private static func pool(_ node: ManifestNode?) throws(ManifestError) -> PoolOptions {
    var pool = PoolOptions()
    guard let node else { return pool }
    let members = try node.members(of: "pool", known: ["models", "population", "independent"])
    if let models = members["models"] {
      pool.models = try models.whole(of: "pool: models", in: 2...mostModels)
      guard pool.models.isMultiple(of: 2) else {
        throw models.error("pool: models must be even, for models come in complementary pairs, not \(pool.models)")
      }
    }
    pool.population = try members["population"]?.whole(of: "pool: population", in: 1...mostRecords)
    pool.independent = try members["independent"]?.whole(of: "pool: independent", in: 0...mostModels) ?? 0
    return pool
  }
}

extension ManifestNode {
  /// The top of a YAML text that has been found harmless.
  ///
  /// - Parameter kind: What the text is meant to be, as in "a manifest".
  static func root(
    of text: [UInt8], file: String, kind: String, brackets: Int = YAMLGuard.mostBrackets
  ) throws(ManifestError) -> ManifestNode {
    if let complaint = YAMLGuard.complaint(about: text, kind: kind, brackets: brackets) {
      throw ManifestError(file: file, line: complaint.line, message: complaint.message)
    }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw ManifestError(file: file, message: "the file is not UTF-8 text")
    }
    return ManifestNode(node: try parse(string, file: file), file: file)
  }

  private static func parse(_ text: String, file: String) throws(ManifestError) -> Node {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw ManifestError(file: file, message: "the file is empty")
      }
      return node
    } catch let error as ManifestError {
      throw error
    } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
      throw ManifestError(
        file: file, line: context.mark.line, column: context.mark.column,
        message: "the key '\(ManifestNode.cut(duplicates.first ?? ""))' stands twice in one mapping")
    } catch let error as YamlError {
      throw ManifestError(file: file, error)
    } catch {
      throw ManifestError(file: file, message: "the file is not YAML: \(error)")
    }
  }
}

extension ManifestError {
  /// A parser's refusal, in one line.
  fileprivate init(file: String, _ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, column: mark.column, message: "not YAML: \(problem)")
    case .reader(let problem, _, _, _): self.init(file: file, message: "not YAML: \(problem)")
    default: self.init(file: file, message: "not YAML")
    }
  }
}

extension Entry {
  /// Name and every parameter: equal for equal entries only.
  public var identity: String {
    let values = values
    return ([Self.name] + values.keys.sorted().map { "\($0)=\(values[$0]?.description ?? "")" }).joined(separator: " ")
  }
}
