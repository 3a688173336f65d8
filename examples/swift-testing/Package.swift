// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "edit-client",
  products: [.library(name: "EditClient", targets: ["EditClient"])],
  dependencies: [
    // In a package of your own: .package(url: "https://…/image-edit-mock", branch: "main")
    .package(name: "image-edit-mock", path: "../..")
  ],
  targets: [
    .target(name: "EditClient"),
    .testTarget(
      name: "EditClientTests", dependencies: ["EditClient", .product(name: "ImageEditMockTesting", package: "image-edit-mock")]),
  ]
)
