/// Reads gzip, as one member or several.
enum Gzip {
  /// How every gzip member begins.
  static let mark: [UInt8] = [0x1F, 0x8B]

  /// The content of `file`, at most `limit` bytes.
  ///
  /// A small file may unpack to anything: it comes a piece at a time, so no more than `limit` and a piece is ever held.
  static func unpacked(_ file: RawFile, limit: Int) throws(FileError) -> [UInt8] {
    guard let inflater = Inflater(.gzip) else { throw .gzip(path: file.path, offset: 0, fault: .noMemory) }
    var content: [UInt8] = []
    var offset = 0
    while true {
      let step = inflater.step(file.bytes[...], from: offset, into: &content, limit: limit)
      offset += step.consumed
      switch step.state {
      case .more: continue
      case .tooLarge: throw .tooLarge(path: file.path, limit: limit)
      case .starved: throw .gzip(path: file.path, offset: offset, fault: .truncated)
      case .damaged: throw .gzip(path: file.path, offset: offset, fault: .damaged)
      case .end:
        // Zeros after the last member are padding, as gzip itself takes them.
        let rest = file.bytes[offset...]
        if rest.allSatisfy({ $0 == 0 }) { return content }
        guard rest.starts(with: mark) else { throw .gzip(path: file.path, offset: offset, fault: .trailing) }
        inflater.restart()
      }
    }
  }
}

/// What is wrong with a gzip file.
public enum GzipFault: Equatable, Sendable, CustomStringConvertible {
  case truncated, damaged, trailing
  /// zlib had no memory for its window.
  case noMemory

  public var description: String {
    switch self {
    case .truncated: "the gzip file ends too early; copy it again"
    case .damaged: "the gzip file is damaged; copy it again"
    case .trailing: "something that is not gzip follows the packed data; copy the file again"
    case .noMemory: "no memory is left to unpack the file; close other programs"
    }
  }
}
