public import Foundation

/// Temporary files and folders of writers that were killed before they could rename or remove them.
public enum Leftovers {
  /// Removes those in a folder itself whose writer is gone; what cannot be removed stays.
  ///
  /// A writer is gone where no process has its number and nothing holds the lock that a writer keeps on what it fills: the
  /// second tells of writers on other machines and in other containers that share the folder.
  public static func sweep(_ folder: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where isLeft(name, in: folder.path) {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }

  private static func isLeft(_ name: String, in folder: String) -> Bool {
    guard let process = Writing.process(ofTemporary: name) else { return false }
    // Signal 0 only asks; a process of another user answers that it may not be asked.
    guard kill(process, 0) != 0, errno == ESRCH else { return false }
    let descriptor = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }
}
