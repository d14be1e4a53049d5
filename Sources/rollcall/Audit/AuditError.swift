import Files

/// What is wrong with a client's evidence, or with what is asked of it.
enum AuditError: Error, Equatable, CustomStringConvertible {
  /// A faulty row of a table, or line of a file.
  case row(path: String, line: Int, problem: RowProblem)
  /// A faulty array of an archive.
  case array(path: String, name: String, problem: String)
  /// The file as a whole.
  case file(path: String, problem: String)
  /// An option or the combination of files.
  case usage(String)

  var description: String {
    switch self {
    case .row(let path, let line, let problem): "\(path), line \(line): \(problem)"
    case .array(let path, let name, let problem): "\(path), array '\(name)': \(problem)"
    case .file(let path, let problem): "\(path): \(problem)"
    case .usage(let problem): problem
    }
  }
}

/// What is wrong with one record.
enum RowProblem: Equatable, CustomStringConvertible {
  case text(column: String, found: String)
  case notProbability(column: String, found: String)
  case sum(String)
  /// A row that tells another number of probabilities than the rows before it.
  case told(column: String, found: Int, expected: Int, classes: Int)
  case notBest(sum: String, told: Int)
  case bestNormalised
  case label(found: String, classes: Int)
  case membership(found: String)
  case longIdentifier(limit: Int)
  case emptyIdentifier(column: String)
  case duplicate(id: String)
  case bothSides(id: String)
  case unknownIdentifier(id: String, other: String)
  case missingField(String)
  case wrongField(String, needed: String)
  case positive(found: String)
  case deviation(found: String)
  case lengths(first: String, second: String)

  var description: String {
    switch self {
    case .text(let column, let found):
      "\(column.excerpt) holds \(found.excerpt) where a finite number belongs; mend the field or leave the record out"
    case .notProbability(let column, let found):
      "\(column.excerpt) holds \(found.excerpt), which is no probability; give numbers from 0 to 1, logits in columns "
        + "z_0, z_1 ..., or counts with --normalise"
    case .sum(let sum):
      "the probabilities sum to \(sum), not to 1 within 0.001; give those of all classes, or have each record divided "
        + "by its sum with --normalise"
    case .told(let column, let found, let expected, let classes):
      "\(column.excerpt) holds \"\" where a finite number belongs: \(found) of \(classes) probabilities are told"
        + (expected > 0 ? " but \(expected) in the rows before" : "")
        + "; give all in every row, or the same number of best ones in each"
    case .notBest(let sum, let told):
      "the \(told) probabilities that are told sum to \(sum), which leaves the others more than the least of them, or less "
        + "than nothing; give the best ones, or all"
    case .bestNormalised:
      "--normalise needs the probabilities of all classes, and some are empty; fill them in or leave the option out"
    case .label(let found, let classes):
      "the label is \(found.excerpt) but must be a whole number from 0 to \(classes - 1); number the classes in the "
        + "order of their columns"
    case .membership(let found):
      "the membership is \(found.excerpt); write 1 or true for a member, 0 or false for others"
    case .longIdentifier(let limit): "an identifier of more than \(limit) bytes; shorten it"
    case .emptyIdentifier(let column): "the column \(column.excerpt) is empty; give each record a name of its own"
    case .duplicate(let id): "the id \(id.excerpt) stands twice; give each record an id of its own"
    case .bothSides(let id):
      "the id \(id.excerpt) stands twice, as a member and as a non-member; decide which it is and remove the other"
    case .unknownIdentifier(let id, let other):
      "the id \(id.excerpt) is not in \(other); give both files the same records"
    case .missingField(let name): "the record has no \(name.excerpt); add it"
    case .wrongField(let name, let needed): "\(name.excerpt) must be \(needed); mend it"
    case .positive(let found): "a log-probability is \(found), above 0; give natural logarithms of probabilities"
    case .deviation(let found): "sigma is \(found) at a token but must be above 0; leave mu and sigma out if unknown"
    case .lengths(let first, let second): "\(first) and \(second) have different lengths; give one number a token"
    }
  }
}
