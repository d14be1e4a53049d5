/// Why a report could not be written.
public enum ReportError: Error, Equatable, CustomStringConvertible {
  /// A folder of templates cannot be read.
  case unreadableFolder(String)
  /// A file of the template folder cannot be read as text.
  case unreadableFile(String)
  /// A template, style sheet or font that is named somewhere does not exist.
  case missingFile(name: String, namedBy: String)
  /// A template does not parse.
  case brokenTemplate(file: String, line: Int, problem: String)
  /// A template contains itself.
  case circularTemplate(file: String)
  /// A template or style sheet uses a colour that no style sheet defines.
  case unknownColour(name: String, file: String)
  /// A drawing holds what no figure draws.
  case unsafeDrawing(figure: String, problem: String)

  public var description: String {
    switch self {
    case .unreadableFolder(let folder):
      "the template folder \(folder) cannot be read: give the folder that holds Report and Fonts"
    case .unreadableFile(let file):
      "\(file) cannot be read as text: store it as UTF-8"
    case .missingFile(let name, let namedBy):
      "\(name) does not exist but \(namedBy) uses it: add the file or take out the name"
    case .brokenTemplate(let file, let line, let problem):
      "\(file), line \(line): \(problem)"
    case .circularTemplate(let file):
      "\(file) contains itself through its partials: take one of them out"
    case .unknownColour(let name, let file):
      "\(file) uses the colour '\(name)', which tokens.css does not define: add it there or take out the name"
    case .unsafeDrawing(let figure, let problem):
      "the drawing of figure '\(figure)' is refused: \(problem)"
    }
  }
}
