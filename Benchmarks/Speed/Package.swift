// swift-tools-version: 6.2
import PackageDescription

// A package of its own: neither what it builds nor what it will depend on reaches the users of the program. It sees the
// library product of the root, and of that the public declarations alone.
let package = Package(
  name: "Speed",
  dependencies: [.package(name: "Rollcall", path: "../..")],
  targets: [
    .executableTarget(
      name: "Speed", dependencies: [.product(name: "RollcallCore", package: "Rollcall")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
