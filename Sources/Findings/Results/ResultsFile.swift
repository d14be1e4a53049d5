public import Foundation

/// `results.json` and its kin as bytes: sorted keys, two-space indent, numbers the shortest that read back.
public enum ResultsFile {

  public static func data(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    var data = try encoder.encode(value)
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// - Throws: ``ResultsFileError``.
  public static func results(_ data: Data, path: String) throws(ResultsFileError) -> Results {
    let results: Results = try decode(data, path: path)
    guard results.schema == Results.schemaName else {
      throw .otherSchema(path: path, found: results.schema, known: Results.schemaName)
    }
    return results
  }

  /// - Throws: ``ResultsFileError``.
  public static func curves(_ data: Data, path: String) throws(ResultsFileError) -> Curves {
    let curves: Curves = try decode(data, path: path)
    guard curves.schema == Curves.schemaName else {
      throw .otherSchema(path: path, found: curves.schema, known: Curves.schemaName)
    }
    return curves
  }

  /// - Throws: ``ResultsFileError``.
  public static func assessment(_ data: Data, path: String) throws(ResultsFileError) -> Assessment.Stated {
    let assessment: Assessment.Stated = try decode(data, path: path)
    guard assessment.schema == Assessment.schemaName else {
      throw .otherSchema(path: path, found: assessment.schema, known: Assessment.schemaName)
    }
    return assessment
  }

  /// - Throws: ``ResultsFileError``.
  public static func replicates(_ data: Data, path: String) throws(ResultsFileError) -> ReplicateArchive {
    let replicates: ReplicateArchive = try decode(data, path: path)
    guard replicates.schema == ReplicateArchive.schemaName else {
      throw .otherSchema(path: path, found: replicates.schema, known: ReplicateArchive.schemaName)
    }
    return replicates
  }

  private static func decode<Value: Decodable>(_ data: Data, path: String) throws(ResultsFileError) -> Value {
    do { return try JSONDecoder().decode(Value.self, from: data) } catch let error as DecodingError {
      throw .malformed(path: path, reason: Self.describe(error))
    } catch {
      throw .malformed(path: path, reason: "it is not JSON")
    }
  }

  private static func describe(_ error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
      return path.isEmpty ? "the top level" : path
    }
    switch error {
    case .keyNotFound(let key, let context): return "\(place(context)) has no '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "the value at \(place(context)) has the wrong type"
    case .dataCorrupted(let context): return "\(place(context)): \(context.debugDescription)"
    @unknown default: return "it cannot be decoded"
    }
  }
}

/// Why a results file cannot be read.
public enum ResultsFileError: Error, Equatable, CustomStringConvertible {
  case malformed(path: String, reason: String)
  case otherSchema(path: String, found: String, known: String)

  public var description: String {
    switch self {
    case .malformed(let path, let reason): "\(path): not a results file (\(reason)): run the manifest again"
    case .otherSchema(let path, let found, let known):
      "\(path): the schema is '\(found)' but this version reads '\(known)': run the manifest again"
    }
  }
}
