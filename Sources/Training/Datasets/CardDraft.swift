import Files
public import Foundation

/// A card made from a data file alone, for its owner to complete.
///
/// Types are guessed, levels, bounds and missing values counted. The card loads as it is; what was guessed is said in
/// comments.
public struct CardDraft: Equatable, Sendable {
  /// The card as YAML, to be saved beside the data file.
  public let text: String

  /// - Throws: ``DatasetError`` where the file cannot be read, or holds nothing to learn.
  public init(file url: URL) throws(DatasetError) {
    let table: CSVTable
    let digest: String
    do throws(FileError) {
      let file = try RawFile(reading: url, limit: Dataset.sizeLimit)
      digest = Digest.hex(of: file.bytes)
      table = try CSVTable(file.content(limit: Dataset.sizeLimit), path: file.path)
    } catch {
      throw .file(error)
    }
    try self.init(table, file: url.lastPathComponent, digest: digest)
  }

  private init(_ table: CSVTable, file: String, digest: String) throws(DatasetError) {
    guard let label = DraftedLabel(table) else { throw .noDraft(path: table.path, lacking: "label") }
    let columns = DraftedColumn.all(of: table, label: label.place)
    guard columns.contains(where: \.isFeature) else { throw .noDraft(path: table.path, lacking: "feature") }
    let subject = columns.first { $0.kind == .subject }?.name
    var lines = [
      "# Drafted from the file alone: check every line, above all the label, subject_id and the types.",
      "name: \(Self.name(of: file))",
      "title: \(YAMLText.quoted(file))",
      "domain: \"\"  # such as healthcare or finance",
      "data_subject: \"\"  # what one subject is, such as patient",
      subject.map { "subject_id: \(YAMLText.quoted($0))  # guessed by name: says whose a record is" }
        ?? "subject_id: null  # the column that says whose a record is; null: every record is another person's",
      "sensitive_attributes: []",
      "label:",
      "  column: \(YAMLText.quoted(label.name))  # \(label.reason)",
      "  classes: \(label.counts.count)",
      "  counts:",
    ]
    lines += label.counts.map { "    \(YAMLText.quoted($0.label)): \($0.records)" }
    lines.append("columns_detail:")
    lines += columns.map(\.line)
    lines += [
      "licence: \"state the licence\"", "citation: \"state the source to cite\"", "source: \"\"",
      "file: \(YAMLText.quoted(file))", "sha256: \(digest)",
    ]
    text = lines.joined(separator: "\n") + "\n"
  }

  /// The file's name as a dataset's: lower-case letters, digits and underscores.
  private static func name(of file: String) -> String {
    var stem = file[...]
    for ending in [".gz", ".csv"] where stem.lowercased().hasSuffix(ending) { stem = stem.dropLast(ending.count) }
    let allowed = stem.lowercased().unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
    }
    return allowed.isEmpty ? "dataset" : String(allowed.prefix(64))
  }
}
