// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "image-edit-mock",
  targets: [
    .target(name: "Pixels", swiftSettings: strict),
    .target(name: "HTTPMessage", swiftSettings: strict),
  ]
)
