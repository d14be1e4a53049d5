import Foundation

/// Why a file could not be read or written: what, where, and how to mend it.
public enum FileError: Error, Equatable, CustomStringConvertible {
  /// There is nothing at the path.
  case missing(path: String)
  /// A folder, a device or a pipe.
  case notAFile(path: String)
  /// More bytes than the reader may hold.
  case tooLarge(path: String, limit: Int)
  /// The system refused to read; `code` is its errno.
  case unreadable(path: String, code: Int32)
  /// The system refused to write; `code` is its errno. What stood at the path before still does.
  case unwritable(path: String, code: Int32)
  /// Damaged gzip; `offset` counts the packed bytes read.
  case gzip(path: String, offset: Int, fault: GzipFault)
  /// A faulty table; `line` and `column` count from 1.
  case csv(path: String, line: Int, column: Int?, fault: CSVFault)
  /// A faulty NPY array; `offset` counts bytes from the start of the array's file.
  case array(path: String, offset: Int, fault: NPYFault)
  /// A faulty line of JSON; `line` and `column` count from 1, the column in bytes.
  case json(path: String, line: Int, column: Int, fault: JSONFault)
  /// A faulty NPZ archive; `offset` counts bytes from its start.
  case archive(path: String, offset: Int, fault: NPZFault)

  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no such file; check the path, or put the file there"
    case .notAFile(let path):
      "\(path): not a regular file; give the path of a file"
    case .tooLarge(let path, let limit):
      "\(path): larger than \(limit) bytes, the most that is read; give a smaller file"
    case .unreadable(let path, let code):
      "\(path): cannot be read (\(Self.reason(code))); check its permissions and its disk"
    case .unwritable(let path, let code):
      "\(path): cannot be written (\(Self.reason(code))); \(Self.remedy(code)); nothing was changed"
    case .gzip(let path, let offset, let fault):
      "\(path), packed byte \(offset): \(fault)"
    case .csv(let path, let line, let column, let fault):
      "\(path), line \(line)\(column.map { ", column \($0)" } ?? ""): \(fault)"
    case .array(let path, let offset, let fault):
      "\(path), byte \(offset): \(fault)"
    case .json(let path, let line, let column, let fault):
      "\(path), line \(line), byte \(column): \(fault)"
    case .archive(let path, let offset, let fault):
      "\(path), byte \(offset): \(fault)"
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  private static func remedy(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "free some space or choose another disk"
    case EFBIG: "raise the limit on file sizes (ulimit -f)"
    case EACCES, EPERM, EROFS: "choose a place that you may write to"
    case ENOENT: "make the folder first"
    case ENOTDIR: "a file stands where a folder should be: choose another place"
    case EISDIR, EEXIST, ENOTEMPTY: "something else stands there: choose another name or remove it"
    case ENAMETOOLONG: "choose a shorter name"
    default: "choose another place or try again"
    }
  }
}
