import Files
public import Foundation

extension DatasetCard {
  /// Reads a card.
  ///
  /// - Throws: ``DatasetError`` with the key and the line that are wrong.
  public init(reading url: URL) throws(DatasetError) {
    try self.init(CardNode(Self.text(of: url), path: url.path), at: url)
  }

  /// The text of a card file.
  static func text(of url: URL) throws(DatasetError) -> String {
    let file: RawFile
    do throws(FileError) {
      file = try RawFile(reading: url, limit: CardNode.sizeLimit)
    } catch {
      throw .file(error)
    }
    guard let text = String(validating: file.bytes, as: UTF8.self)
    else { throw .card(path: url.path, line: nil, fault: .notYAML(problem: "not UTF-8 text")) }
    return text
  }

  init(_ root: CardNode, at url: URL) throws(DatasetError) {
    self.url = url
    let name = try root.required("name")
    self.name = try name.text()
    guard 1...64 ~= self.name.utf8.count, self.name.utf8.allSatisfy(Self.nameBytes.contains)
    else { throw name.wrong("1 to 64 lower-case letters, digits and underscores") }
    title = try root.optional("title")?.text() ?? self.name
    domain = try root.optional("domain")?.text() ?? ""
    let dataSubject = try root.optional("data_subject")?.text() ?? ""
    self.dataSubject = dataSubject.isEmpty ? "subject" : dataSubject
    licence = try root.optional("licence")?.text() ?? ""
    citation = try root.optional("citation")?.text() ?? ""
    source = try root.optional("source")?.text() ?? ""
    sensitiveAttributes = try Self.texts(root.optional("sensitive_attributes"))
    obtain = try root.optional("obtain")?.text() ?? ""
    label = try LabelCard(root.required("label"))
    if let generator = root.optional("generator") {
      form = .generated(try PurchaseLike(generator))
      subject = nil
    } else if let images = root.optional("images") {
      form = .images(try ImageCard(images))
      subject = nil
    } else {
      let subject = try root.required("subject_id")
      self.subject = subject.isNull ? nil : try subject.text()
      form = .table(try TableCard(root, subject: self.subject, label: label.column))
    }
  }

  private static let nameBytes = Array("abcdefghijklmnopqrstuvwxyz0123456789_".utf8)

  static func texts(_ node: CardNode?) throws(DatasetError) -> [String] {
    var texts: [String] = []
    for entry in try node?.list() ?? [] { texts.append(try entry.text()) }
    return texts
  }

  /// A name that cannot lead out of a folder.
  static func file(_ node: CardNode) throws(DatasetError) -> String {
    let name = try node.text()
    let isPlain = name.unicodeScalars.allSatisfy {
      $0 != "/" && $0 != "\\" && $0.properties.generalCategory != .control
    }
    guard isPlain, !name.isEmpty, !name.hasPrefix("."), name.utf8.count <= 255
    else { throw node.wrong("the plain name of a file in the card's folder") }
    return name
  }
}

extension TableCard {
  init(_ root: CardNode, subject: String?, label: String) throws(DatasetError) {
    file = try DatasetCard.file(root.required("file"))
    digest = try root.required("sha256").digest()
    contentDigest = try root.optional("csv_sha256")?.digest() ?? ""
    columns = try Self.columns(root.required("columns_detail"), label: label)
    let subjects = columns.filter { $0.kind == .subject }.map(\.name)
    guard subjects == (subject.map { [$0] } ?? []) else {
      throw try root.required("subject_id").wrong(
        "the one column of type subject_id, or null where no column has that type")
    }
    guard columns.count > subjects.count
    else { throw try root.required("columns_detail").wrong("a list with at least one feature") }
  }

  private static func columns(_ node: CardNode, label: String) throws(DatasetError) -> [ColumnCard] {
    var columns: [ColumnCard] = []
    var seen: Set<String> = [label]
    for entry in try node.list() {
      let column = try ColumnCard(entry)
      guard seen.insert(column.name).inserted
      else { throw try entry.required("name").wrong("a column that is neither the label nor named before") }
      columns.append(column)
    }
    return columns
  }
}

extension CardNode {
  /// A SHA-256.
  func digest() throws(DatasetError) -> String {
    let text = try text()
    guard text.utf8.count == 64, text.utf8.allSatisfy("0123456789abcdef".utf8.contains)
    else { throw wrong("the 64 lower-case hexadecimal digits that sha256sum prints") }
    return text
  }
}

extension LabelCard {
  init(_ node: CardNode) throws(DatasetError) {
    column = try node.required("column").text()
    classes = try node.optional("classes")?.whole(2...LabelReader.classLimit)
    let names = node.optional("names")
    self.names = try names.map { (node) throws(DatasetError) in try DatasetCard.texts(node) }
    if let names, let classes, self.names?.count != classes { throw names.wrong("as many names as classes says") }
    if let counts = node.optional("counts") {
      var found: [String: Int] = [:]
      for pair in try counts.pairs() { found[pair.key] = try pair.value.whole(0...Int(Int32.max)) }
      guard 2...LabelReader.classLimit ~= found.count
      else { throw counts.wrong("2 to \(LabelReader.classLimit) labels with their counts") }
      guard classes == nil || classes == found.count
      else { throw counts.wrong("as many labels as classes says") }
      self.counts = Levels.sorted(Array(found.keys)).map { Count(label: $0, records: found[$0] ?? 0) }
    } else {
      counts = nil
    }
    let positive = node.optional("positive")
    self.positive = try positive?.text()
    if let positive, let counts, !counts.contains(where: { $0.label == self.positive }) {
      throw positive.wrong("one of the labels in counts")
    }
  }
}

extension ColumnCard {
  init(_ node: CardNode) throws(DatasetError) {
    name = try node.required("name").text()
    let type = try node.required("type")
    guard let kind = Kind(rawValue: try type.text())
    else { throw type.wrong("one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))") }
    self.kind = kind
    levels = try node.optional("levels")?.whole(1...Int(Int32.max))
    missing = try node.optional("missing")?.whole(0...Int(Int32.max))
    minimum = try node.optional("min")?.number()
    let maximum = node.optional("max")
    self.maximum = try maximum?.number()
    if let maximum, let minimum, let most = self.maximum, most < minimum { throw maximum.wrong("at least min") }
    values = try node.optional("values").map { (values) throws(DatasetError) in
      var texts: [String] = []
      for entry in try values.list() { texts.append(try entry.text()) }
      let isListed = kind == .categorical || (kind == .binary && texts.count == 2)
      guard isListed, !texts.isEmpty, !texts.contains(""), Set(texts).count == texts.count
      else { throw values.wrong("a list of different values of a categorical column, or of two of a binary one") }
      return texts
    }
    if let levels = node.optional("levels"), let values, values.count != self.levels {
      throw levels.wrong("the number of values, \(values.count)")
    }
  }
}
