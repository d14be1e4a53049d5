/// What is wrong with an NPZ archive.
public enum NPZFault: Equatable, Sendable, CustomStringConvertible {
  case notZip
  case truncated
  case badEntry
  case tooManyEntries(limit: Int)
  case tooLarge(limit: Int)
  case badName(String)
  case duplicateName(String)
  case missingArray(name: String, found: [String])
  case encrypted(String)
  case method(name: String, number: UInt16)
  case damaged(String)
  case bomb(String)

  public var description: String {
    switch self {
    case .notZip: "not an NPZ archive, or cut short; save it again with numpy.savez"
    case .truncated: "the archive points beyond its end; copy it again"
    case .badEntry: "the archive's table of contents is damaged; copy it again"
    case .tooManyEntries(let limit): "more than \(limit) arrays; leave some out"
    case .tooLarge(let limit): "the arrays unpack to more than \(limit) bytes, the most that is read; leave some out"
    case .badName(let name): "the entry \(name.excerpt) has no plain name ending in .npy; save with numpy.savez"
    case .duplicateName(let name): "two arrays are called \(name.excerpt); save it again with numpy.savez"
    case .missingArray(let name, let found):
      "there is no array \(name.excerpt); the archive holds "
        + (found.isEmpty ? "none" : found.prefix(12).map(\.excerpt).joined(separator: ", "))
        + (found.count > 12 ? " ..." : "") + ": name the array so when saving"
    case .encrypted(let name): "the array \(name.excerpt) is encrypted; save it with numpy.savez"
    case .method(let name, let number):
      "the array \(name.excerpt) is packed by method \(number), which is not read; save it with numpy.savez"
    case .bomb(let name):
      "the array \(name.excerpt) unpacks to over 200 times its size, as no measured numbers do; save it with "
        + "numpy.savez, unpacked"
    case .damaged(let name): "the array \(name.excerpt) does not match its checksum or size; copy the archive again"
    }
  }
}
