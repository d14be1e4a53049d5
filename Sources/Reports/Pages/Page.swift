import Foundation
package import Mustache

/// A value that a template shows; its stored properties are the names that the template may use.
///
/// An absent property is null to the template. Left to the renderer, it would be looked up in the enclosing values, and
/// a reason missing here would be taken from there.
package protocol Page: MustacheParent, Sendable {}

extension Page {
  package func child(named name: String) -> Any? {
    guard let property = Mirror(reflecting: self).children.first(where: { $0.label == name }) else { return nil }
    let mirror = Mirror(reflecting: property.value)
    guard mirror.displayStyle == .optional else { return property.value }
    return mirror.children.first?.value ?? NSNull()
  }
}
