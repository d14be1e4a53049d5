/// Why a brand cannot be used.
public enum BrandError: Error, Equatable, CustomStringConvertible {
  /// A file that every brand has is not there.
  case missing(file: String, folder: String)
  case unreadable(file: String)
  case tooLarge(file: String, bytes: Int, most: Int)
  case unsafeLogo(file: String, problem: String)
  case tooManyWords(file: String, words: Int, most: Int)
  case tooManyFonts(count: Int, most: Int)

  public var description: String {
    switch self {
    case .missing(let file, let folder): "the brand \(folder) has no \(file): add it"
    case .unreadable(let file): "the brand's \(file) cannot be read as UTF-8 text: store it as such"
    case .tooLarge(let file, let bytes, let most):
      "the brand's \(file) has \(bytes) bytes and may have \(most): make it smaller"
    case .unsafeLogo(let file, let problem): "the brand's \(file) is refused: \(problem)"
    case .tooManyWords(let file, let words, let most):
      "the brand's \(file) has \(words) words and may have \(most): shorten it"
    case .tooManyFonts(let count, let most): "the brand has \(count) fonts and may have \(most): take some out"
    }
  }
}
