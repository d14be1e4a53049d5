import Files
import Foundation
import Maths
import Testing
import Training

@Suite("Dataset cards") struct DatasetCardTests {
  private static let good = """
    name: small
    file: small.csv
    sha256: \(String(repeating: "0a", count: 32))
    subject_id: who
    label:
      column: y
      classes: 2
      positive: yes
      counts: {no: 3, yes: 2}
    columns_detail:
      - {name: who, type: subject_id}
      - {name: a, type: real, min: -1, max: 1.5e2, missing: 1}
      - {name: b, type: categorical, levels: 2, values: [on, off]}
    anything: {else: [is, allowed]}
    """

  private func read(_ text: String) throws -> DatasetCard {
    let folder = try DatasetFolder()
    try folder.write(text, as: "c.yaml")
    return try DatasetCard(reading: folder.url.appendingPathComponent("c.yaml"))
  }

  private func fault(_ text: String) throws -> (line: Int?, fault: CardFault)? {
    do {
      _ = try read(text)
      return nil
    } catch DatasetError.card(_, let line, let fault) {
      return (line, fault)
    }
  }

  @Test("a card is read; words that YAML takes for truths stay words")
  func reads() throws {
    let card = try read(Self.good)
    #expect(card.name == "small" && card.title == "small" && card.dataSubject == "subject" && card.subject == "who")
    #expect(card.label.positive == "yes" && card.label.classes == 2)
    #expect(card.label.counts?.map(\.label) == ["no", "yes"] && card.label.counts?.map(\.records) == [3, 2])
    #expect(card.table?.columns.map(\.kind) == [.subject, .real, .categorical])
    #expect(
      card.table?.columns[1].minimum == -1 && card.table?.columns[1].maximum == 150
        && card.table?.columns[1].missing == 1)
    #expect(card.table?.columns[2].values == ["on", "off"])
    #expect(card.table?.file == "small.csv")
  }

  @Test(
    "each key that is needed is missed by name",
    arguments: [
      ("name: small\n", "name"), ("file: small.csv\n", "file"), ("subject_id: who\n", "subject_id"),
      ("  column: y\n", "label.column"), ("type: real, ", "columns_detail[1].type"),
      ("name: b, ", "columns_detail[2].name"),
    ])
  func missing(line: String, key: String) throws {
    #expect(try fault(Self.good.replacingOccurrences(of: line, with: ""))?.fault == .missingKey(key))
  }

  @Test(
    "each wrong value is refused with its key and line",
    arguments: [
      ("name: small", "name: Small", 1, "name"), ("name: small", "name: [a]", 1, "name"),
      ("name: small", "name: \(String(repeating: "a", count: 65))", 1, "name"),
      ("small.csv", "../small.csv", 2, "file"), ("small.csv", "/etc/passwd", 2, "file"), ("small.csv", "..", 2, "file"),
      ("0a0a", "0A0A", 3, "sha256"), ("subject_id: who", "subject_id: null", 4, "subject_id"),
      ("subject_id: who", "subject_id: a", 4, "subject_id"), ("classes: 2", "classes: 1", 7, "label.classes"),
      ("classes: 2", "classes: 3", 9, "label.counts"), ("positive: yes", "positive: maybe", 8, "label.positive"),
      ("no: 3", "no: -3", 9, "label.counts.no"), ("type: real", "type: text", 12, "columns_detail[1].type"),
      ("min: -1", "min: 151", 12, "columns_detail[1].max"), ("min: -1", "min: .inf", 12, "columns_detail[1].min"),
      ("name: b", "name: a", 13, "columns_detail[2].name"), ("name: b", "name: y", 13, "columns_detail[2].name"),
      ("levels: 2", "levels: 3", 13, "columns_detail[2].levels"),
      ("[on, off]", "[on, on]", 13, "columns_detail[2].values"),
      ("[on, off]", "on", 13, "columns_detail[2].values"),
    ])
  func wrong(from: String, to: String, line: Int, key: String) throws {
    let found = try fault(Self.good.replacingOccurrences(of: from, with: to))
    guard case .wrongValue(let named, _, let needed)? = found?.fault else {
      Issue.record("\(String(describing: found)) is no wrong value")
      return
    }
    #expect(named == key && found?.line == line && !needed.isEmpty)
  }

  @Test("what is no YAML, and no mapping, is refused")
  func notYAML() throws {
    #expect(try fault("name: a\n  b: [\n")?.line == 2)
    for text in ["", "- a\n", "just words", "a: 1\na: 2\n", String(repeating: "[", count: 100_000), "\u{0}"] {
      guard case .notYAML? = try fault(text)?.fault else {
        Issue.record("\(text.prefix(20)) was not refused as YAML")
        continue
      }
    }
  }

  @Test("anchors are refused, for repeating each other they unfold without end; other ampersands are not")
  func anchors() throws {
    var bomb = "b0: &b0 [1,1,1,1,1,1,1,1,1]\n"
    for level in 1...12 {
      bomb += "b\(level): &b\(level) [\(Array(repeating: "*b\(level - 1)", count: 9).joined(separator: ","))]\n"
    }
    #expect(try fault(bomb + "? *b12\n: x\n")?.line == 1)
    #expect(try fault(Self.good + "\nlast: {\"a\":&b c}")?.line == 15)
    #expect(try read(Self.good + "\nlast: AT&T, R & D, \"&x\"").name == "small")
  }

  @Test("a message names the card, the line, the key and the remedy")
  func message() throws {
    let folder = try DatasetFolder()
    try folder.write(Self.good.replacingOccurrences(of: "type: real", with: "type: text"), as: "c.yaml")
    let url = folder.url.appendingPathComponent("c.yaml")
    do {
      _ = try DatasetCard(reading: url)
      Issue.record("the card was read")
    } catch {
      #expect(
        error.description
          == "\(url.path), line 12: columns_detail[1].type is \"text\" but must be one of integer, real, categorical, "
          + "binary, subject_id")
    }
  }

  @Test("mutated cards are read or refused, never more")
  func mutated() throws {
    var stream = Stream(seed: 5, stream: 1)
    let seed = Array(Self.good.utf8)
    let marks = Array("[]{}:-&*!|>'\"%@\n #,".utf8)
    let folder = try DatasetFolder()
    let url = folder.url.appendingPathComponent("c.yaml")
    var refused = 0
    for _ in 0..<2000 {
      var bytes = seed
      for _ in 0...stream.below(4) {
        let place = stream.below(bytes.count)
        switch stream.below(3) {
        case 0: bytes[place] = UInt8(stream.below(128))
        case 1: bytes.remove(at: place)
        default: bytes.insert(marks[stream.below(marks.count)], at: place)
        }
      }
      try Data(bytes).write(to: url)
      do throws(DatasetError) {
        _ = try DatasetCard(reading: url)
      } catch {
        refused += error.description.isEmpty ? 0 : 1
      }
    }
    #expect(refused > 500 && refused < 2000)
  }
}
