// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Rollcall",
  products: [
    .executable(name: "rollcall", targets: ["rollcall"]),
    // What Benchmarks/Speed times.
    .library(
      name: "RollcallCore",
      targets: ["Maths", "CKernels", "Privacy", "Study", "Training", "Attacks", "Findings", "Figures"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    // Layers, lowest first: a target imports only from layers below its own.
    // 0
    .target(name: "CKernels"),
    .systemLibrary(name: "CCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CXGBoost", pkgConfig: "xgboost", providers: [.apt(["libxgboost-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Maths", dependencies: ["CKernels"]),
    // 1
    .target(name: "Privacy", dependencies: ["Maths"]),
    .target(
      name: "Files",
      dependencies: ["Maths", "CZlib", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Study", dependencies: ["Maths", .product(name: "Yams", package: "Yams")]),
    // 2
    .target(
      name: "Training",
      dependencies: [
        "CXGBoost", "Study", "Privacy", "Files", "Maths", "CKernels", .product(name: "Yams", package: "Yams"),
      ]),
    .target(name: "Attacks", dependencies: ["Study", "Maths"]),
    .target(name: "Findings", dependencies: ["Study", "Maths"]),
    // 3
    .target(name: "Figures", dependencies: ["Findings", "Study", "Maths", "CCairo", "CZlib"]),
    .target(
      name: "History", dependencies: ["Privacy", "Study", .product(name: "GRDB", package: "GRDB.swift")]),
    // 4
    .target(
      name: "Reports",
      dependencies: ["Findings", "Figures", "Study", .product(name: "Mustache", package: "swift-mustache")]),
    // 5
    .executableTarget(
      name: "rollcall",
      dependencies: [
        "Study", "Training", "Attacks", "Findings", "Figures", "History", "Reports", "Files", "Privacy", "Maths",
        "CKernels", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .testTarget(name: "MathsTests", dependencies: ["Maths", "CKernels"]),
    .testTarget(name: "PrivacyTests", dependencies: ["Privacy", "Maths"], resources: [.copy("Golden")]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "Maths"], resources: [.copy("Golden")]),
    .testTarget(name: "StudyTests", dependencies: ["Study", "Maths"]),
    .testTarget(
      name: "TrainingTests", dependencies: ["Training", "Privacy", "Study", "Files", "Maths", "CKernels"]),
    .testTarget(
      name: "AttacksTests", dependencies: ["Attacks", "Study", "Files", "Maths"], resources: [.copy("Golden")]),
    .testTarget(
      name: "FindingsTests", dependencies: ["Findings", "Attacks", "Study", "Maths"], resources: [.copy("Golden")]),
    .testTarget(
      name: "FiguresTests", dependencies: ["Figures", "Findings", "Study", "Maths", "CZlib"],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "HistoryTests",
      dependencies: ["History", "Privacy", "Study", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "ReportsTests", dependencies: ["Reports", "Findings", "Figures", "Study"]),
    .testTarget(name: "EndToEndTests", dependencies: ["rollcall", "Findings", "Study", "Files"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
