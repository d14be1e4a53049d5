/// What is wrong with a line of JSON.
public enum JSONFault: Equatable, Sendable, CustomStringConvertible {
  case notAnObject
  case syntax
  case duplicateKey(String)
  case tooDeep(limit: Int)
  case notUTF8
  case loneSurrogate
  case notANumber(key: String)
  case lineTooLong(limit: Int)
  case blankLine
  case empty

  public var description: String {
    switch self {
    case .notAnObject: "the line is no JSON object; write one object a line"
    case .syntax: "not JSON; write one object a line, with json.dumps for example"
    case .duplicateKey(let key): "the key \(key.excerpt) stands twice in one object; remove one"
    case .tooDeep(let limit): "values nest more than \(limit) deep; leave out what is not needed"
    case .notUTF8: "bytes that are not UTF-8, or a NUL byte; save the file as UTF-8 text"
    case .loneSurrogate: "half of a surrogate pair; write the text as UTF-8"
    case .notANumber(let key):
      "\(key.excerpt) must be a list of finite numbers; write them as decimals, and leave out records without them"
    case .lineTooLong(let limit): "a line of more than \(limit) bytes; cut the text"
    case .blankLine: "an empty line between records; remove it"
    case .empty: "the file holds no record; write one JSON object a line"
    }
  }
}
