import Files
import Foundation

/// What a client's file holds.
enum EvidenceKind: String, CaseIterable {
  /// One model's answers, a table.
  case predictions
  /// A set of models' answers, an NPZ archive.
  case signals
  /// A language model's log-probabilities, JSON Lines.
  case tokens

  /// Found from a file's first bytes, unpacked.
  ///
  /// - Throws: ``Files/FileError``, ``AuditError``.
  init(of url: URL) throws {
    let head = try FileHead.bytes(of: url, count: 4_096)
    if head.starts(with: [0x50, 0x4B]) {
      self = .signals
    } else if head.starts(with: [0x93] + Array("NUMPY".utf8)) {
      throw AuditError.file(
        path: url.path,
        problem: "a lone array; save logits, labels and membership together in one file with numpy.savez")
    } else {
      let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
      self = text.first { $0 > 0x20 } == UInt8(ascii: "{") ? .tokens : .predictions
    }
  }

  var title: String {
    switch self {
    case .predictions: "predictions of one model"
    case .signals: "signals of a set of models"
    case .tokens: "log-probabilities of tokens"
    }
  }
}

/// A file to audit and what it holds.
struct EvidenceFile {
  let path: String
  let kind: EvidenceKind

  var url: URL { URL(fileURLWithPath: path) }

  /// The file's name without its endings, in the letters of names: `client-a` of `Client A.csv.gz`.
  var slug: String {
    var stem = url.lastPathComponent[...]
    while let dot = stem.lastIndex(of: "."), dot > stem.startIndex { stem = stem[..<dot] }
    var result = ""
    for scalar in stem.lowercased().unicodeScalars {
      let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      if isKept || scalar == "_" { result.unicodeScalars.append(scalar) } else if result.last != "-" { result += "-" }
    }
    let trimmed = String(result.prefix(60)).trimmingCharacters(in: CharacterSet(charactersIn: "-"))
    return trimmed.isEmpty ? "evidence" : trimmed
  }
}
