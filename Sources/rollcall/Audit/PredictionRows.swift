import Files

/// Takes the rows of a table of answers, one after another.
struct PredictionRows {
  let layout: PredictionLayout
  let normalise: Bool
  private(set) var records = RecordReader()
  private(set) var labels: [Int] = []
  private(set) var maker = RowMaker()
  private(set) var resolution = ResolutionReader()
  /// The highest label or prediction.
  private(set) var highest = 1
  /// How many probabilities each row tells; 0 before the first.
  private(set) var told = 0
  private var values: [Double]
  private var room: [Double] = []

  /// What rounding of the last digit may add or take.
  private static let margin = 1e-9
  /// By how much a sum of rounded probabilities may miss 1.
  private static let sumMargin = 1e-3
  /// Classes of labels without columns of their own.
  private static let mostClasses = 1 << 16
  /// Larger logits have no finite differences.
  private static let largestLogit = 1e30

  init(_ layout: PredictionLayout, normalise: Bool) {
    self.layout = layout
    self.normalise = normalise
    values = [Double](repeating: 0, count: layout.answers.count)
  }

  mutating func add(_ reader: CSVRowReader) throws(RowFault) {
    try records.add(id: reader.bytes(layout.id), isMember: RecordReader.membership(reader.bytes(layout.member)))
    if let subject = layout.subject { try records.add(subject: reader.bytes(subject)) }
    if let group = layout.group { try records.add(group: reader.bytes(group)) }
    let isLabelled = layout.form == .labels
    let label = try whole(reader, layout.label, classes: isLabelled ? Self.mostClasses : values.count)
    labels.append(label)
    switch layout.form {
    case .labels:
      let prediction = try whole(reader, layout.answers[0], classes: Self.mostClasses)
      highest = max(highest, label, prediction)
      maker.add(prediction: prediction, label: label)
    case .logits:
      for (index, column) in layout.answers.enumerated() {
        let value = try number(reader, column).value
        guard abs(value) <= Self.largestLogit else { throw fault(reader, column) }
        values[index] = value
      }
      values.withUnsafeBufferPointer { maker.add(logits: $0, label: label, room: &room) }
    case .probabilities, .best:
      try readProbabilities(reader)
      let isWhole = told == values.count
      values.withUnsafeBufferPointer { values in
        if isWhole { maker.add(probabilities: values, label: label) } else { maker.add(best: values, label: label) }
      }
    }
  }

  private mutating func readProbabilities(_ reader: CSVRowReader) throws(RowFault) {
    var sum = 0.0
    var (count, least, empty) = (0, Double.infinity, 0)
    for index in 0..<values.count {
      let column = layout.answers[index]
      if reader.bytes(column).isEmpty {
        values[index] = .nan
        empty = column
        continue
      }
      count += 1
      let number = try number(reader, column)
      let value = number.value
      guard value >= -Self.margin, value <= 1 + Self.margin || normalise else {
        throw RowFault(.notProbability(column: layout.names[column], found: reader.text(column)))
      }
      resolution.see(value, decimals: number.decimals)
      values[index] = max(0, value)
      sum += value
      least = min(least, value)
    }
    if told == 0, count > 0 { told = count }
    guard count == told, count > 0 else {
      throw RowFault(.told(column: layout.names[empty], found: count, expected: told, classes: values.count))
    }
    if count < values.count {
      guard !normalise else { throw RowFault(.bestNormalised) }
      // What is left must fit into the classes that are not told, none of which is larger than the least that is.
      let left = 1 - sum
      let room = Double(values.count - count) * least
      guard left >= -Self.sumMargin - Self.margin, left <= room + Self.sumMargin + Self.margin else {
        throw RowFault(.notBest(sum: "\(sum)", told: count))
      }
      // The smaller of 1 and no number would be 1.
      for index in 0..<values.count where values[index] > 1 { values[index] = 1 }
      return
    }
    if normalise {
      guard sum > 0, sum.isFinite else { throw RowFault(.sum("\(sum)")) }
      for index in 0..<values.count { values[index] /= sum }
    } else {
      guard abs(sum - 1) <= Self.sumMargin + Self.margin else { throw RowFault(.sum("\(sum)")) }
      for index in 0..<values.count { values[index] = min(1, values[index]) }
    }
  }

  private func number(_ reader: CSVRowReader, _ column: Int) throws(RowFault) -> DecimalText {
    guard let number = DecimalText(reader.bytes(column)) else { throw fault(reader, column) }
    return number
  }

  private func whole(_ reader: CSVRowReader, _ column: Int, classes: Int) throws(RowFault) -> Int {
    guard let value = DecimalText(reader.bytes(column))?.value, value >= 0, value < Double(classes),
      value == value.rounded()
    else { throw RowFault(.label(found: reader.text(column), classes: classes)) }
    return Int(value)
  }

  private func fault(_ reader: CSVRowReader, _ column: Int) -> RowFault {
    RowFault(.text(column: layout.names[column], found: reader.text(column)))
  }
}
