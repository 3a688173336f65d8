// swift-tools-version: 6.2
import PackageDescription

/// Swift targets: the strictest the compiler offers, and no warning is left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// Imports go one way: a target depends only on targets of the layers above it in this list. ARCHITECTURE.md says what each one holds.
let package = Package(
  name: "image-edit-mock",
  products: [
    .executable(name: "image-edit-mock", targets: ["image-edit-mock"]),
    .library(name: "ImageEditMockTesting", targets: ["ImageEditMockTesting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // 0: C, and plain values
    .systemLibrary(name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"])]),
    .systemLibrary(name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CHTTPShims", dependencies: ["CGnuTLSShims", "CMicroHTTPD"]),
    .target(name: "CCodecShims", dependencies: ["CDeflate", "CPNG", "CJPEG", "CWebP"]),
    // libcurl and GnuTLS are loaded when they are needed, not linked: only their headers are used.
    .target(name: "CCurlShims"),
    .target(name: "CGnuTLSShims"),
    .target(name: "CBase64"),
    .target(name: "CPixelRows"),
    // xxHash is all in its header.
    .target(name: "CXXHashShims"),
    // `#embed` is C23; clang knows it in every C, and warns.
    .target(name: "CFixtures", cSettings: [.disableWarning("c23-extensions")]),
    .target(name: "HTTPMessage", swiftSettings: strict),
    .target(name: "Pixels", swiftSettings: strict),
    .target(name: "SystemCalls", swiftSettings: strict),

    // 1: bytes and values
    .target(name: "WireFormat", dependencies: ["CBase64", "Pixels", "SystemCalls"], swiftSettings: strict),
    .target(name: "ImageCodecs", dependencies: ["CCodecShims", "Pixels"], swiftSettings: strict),
    .target(name: "Digests", dependencies: ["CNettle", "CXXHashShims"], swiftSettings: strict),
    .target(name: "Certificates", dependencies: ["CGnuTLSShims"], swiftSettings: strict),
    .target(name: "Fixtures", dependencies: ["CFixtures"], swiftSettings: strict),
    .target(name: "HTTPClient", dependencies: ["CCurlShims", "HTTPMessage"], swiftSettings: strict),
    .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: strict),
    .target(name: "OpenAPI", dependencies: ["WireFormat"], swiftSettings: strict),

    // 2: what the mock is about, and the socket
    .target(name: "EditContract", dependencies: ["HTTPMessage", "OpenAPI", "Pixels", "WireFormat"], swiftSettings: strict),
    .target(name: "Rendering", dependencies: ["CPixelRows", "Pixels"], swiftSettings: strict),
    .target(name: "HTTPServer", dependencies: ["Certificates", "CHTTPShims", "CMicroHTTPD", "HTTPMessage", "SystemCalls"], swiftSettings: strict),

    // 3: what holds the contract to account, and what scripts do to it
    .target(
      name: "RuleFixtures", dependencies: ["EditContract", "Fixtures", "HTTPMessage", "ImageCodecs", "Pixels", "WireFormat"], swiftSettings: strict),
    .target(
      name: "Scenarios",
      dependencies: ["EditContract", "Fixtures", "HTTPMessage", "ImageCodecs", "Pixels", "SystemCalls", "WireFormat", "YAML"],
      swiftSettings: strict),

    .target(name: "ContractDrift", dependencies: ["EditContract", "WireFormat", "YAML"], swiftSettings: strict),
    .target(name: "Conduct", swiftSettings: strict),
    .target(
      name: "Journal",
      dependencies: ["Conduct", "Digests", "EditContract", "HTTPMessage", "Pixels", "Scenarios", "SystemCalls", "WireFormat"],
      swiftSettings: strict),

    // 4: the pipeline
    .target(
      name: "MockService",
      dependencies: [
        "Digests", "EditContract", "Fixtures", "HTTPMessage", "ImageCodecs", "Journal", "Pixels", "Rendering", "Scenarios", "SystemCalls",
        "WireFormat",
      ], swiftSettings: strict),

    // 5: what the mock can be asked
    .target(
      name: "AdminAPI",
      dependencies: ["Conduct", "EditContract", "HTTPMessage", "Journal", "MockService", "OpenAPI", "Scenarios", "SystemCalls", "WireFormat"],
      swiftSettings: strict),

    // 5: the real service in the mock's place, and what was recorded of it
    .target(
      name: "Recording",
      dependencies: [
        "Digests", "EditContract", "HTTPClient", "HTTPMessage", "Journal", "MockService", "Pixels", "RuleFixtures", "SystemCalls", "WireFormat",
      ], swiftSettings: strict),

    // 4: the contract as people read it
    .target(name: "ContractPages", dependencies: ["EditContract", "RuleFixtures"], swiftSettings: strict),

    // 5: other servers held to the fixtures
    .target(
      name: "ContractCheck", dependencies: ["EditContract", "HTTPMessage", "RuleFixtures", "WireFormat"], swiftSettings: strict),

    // 6: the mock in somebody's tests
    .target(
      name: "ImageEditMockTesting",
      dependencies: [
        "AdminAPI", "Conduct", "EditContract", "HTTPMessage", "HTTPServer", "Journal", "MockService", "Pixels", "Scenarios", "SystemCalls",
        "WireFormat",
      ], swiftSettings: strict),

    // 6: the command line
    .target(
      name: "MockCommand",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        "AdminAPI", "Certificates", "Conduct", "ContractCheck", "ContractDrift", "ContractPages", "EditContract", "HTTPClient", "HTTPMessage", "HTTPServer", "Journal",
        "MockService", "Recording", "Scenarios", "SystemCalls", "WireFormat",
      ], swiftSettings: strict),
    .executableTarget(name: "image-edit-mock", dependencies: ["MockCommand", "SystemCalls"], swiftSettings: strict),

    // beside the program: draws fixtures/images
    .target(name: "FixtureDrawings", dependencies: ["Pixels"], swiftSettings: strict),
    .executableTarget(name: "draw-fixtures", dependencies: ["FixtureDrawings", "ImageCodecs", "SystemCalls"], swiftSettings: strict),

    // beside the program: what must hold of bytes from outside, for `make fuzz` and for the tests
    .target(
      name: "FuzzReaders", dependencies: ["CDeflate", "HTTPMessage", "HTTPServer", "ImageCodecs", "Pixels", "WireFormat"],
      path: "Fuzzing/Readers", swiftSettings: strict),
    .target(
      name: "FuzzService",
      dependencies: [
        "Digests", "EditContract", "FuzzReaders", "HTTPMessage", "HTTPServer", "Journal", "MockService", "Pixels", "Scenarios", "SystemCalls",
        "WireFormat",
      ], path: "Fuzzing/Service", swiftSettings: strict),

    // for tests that speak over a socket
    .target(name: "TestClient", path: "Tests/TestClient", swiftSettings: strict),
    // for tests of every kind
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),

    .testTarget(
      name: "AdminAPITests",
      dependencies: [
        "AdminAPI", "HTTPMessage", "ImageCodecs", "Journal", "MockService", "Pixels", "Scenarios", "SystemCalls", "WireFormat",
      ], swiftSettings: strict),
    // examples/swift-testing is a package of its own for its readers; here its files are compiled and run with everything else
    .target(name: "EditClient", path: "examples/swift-testing/Sources/EditClient", swiftSettings: [.treatAllWarnings(as: .error)]),
    .testTarget(
      name: "SwiftTestingExampleTests", dependencies: ["EditClient", "ImageEditMockTesting"],
      path: "examples/swift-testing/Tests/EditClientTests", swiftSettings: [.treatAllWarnings(as: .error)]),

    .testTarget(name: "ContractPagesTests", dependencies: ["ContractPages", "EditContract", "SystemCalls"], swiftSettings: strict),
    .testTarget(name: "ContractDriftTests", dependencies: ["ContractDrift", "EditContract", "SystemCalls"], swiftSettings: strict),
    .testTarget(name: "ConductTests", dependencies: ["Conduct"], swiftSettings: strict),
    .testTarget(
      name: "ContractCheckTests", dependencies: ["ContractCheck", "EditContract", "HTTPMessage", "MockService", "RuleFixtures", "SystemCalls"],
      swiftSettings: strict),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: strict),
    .testTarget(name: "EditContractTests", dependencies: ["EditContract", "HTTPMessage", "Pixels", "WireFormat"], swiftSettings: strict),
    .testTarget(
      name: "FixturesTests", dependencies: ["FixtureDrawings", "Fixtures", "ImageCodecs", "Pixels", "SystemCalls"], swiftSettings: strict),
    .testTarget(name: "FuzzingTests", dependencies: ["FuzzReaders", "FuzzService", "HTTPMessage", "Pixels", "SystemCalls"], swiftSettings: strict),
    .testTarget(
      name: "HTTPClientTests", dependencies: ["HTTPClient", "HTTPMessage", "HTTPServer", "TestClient"], swiftSettings: strict),
    .testTarget(name: "CertificatesTests", dependencies: ["Certificates"], swiftSettings: strict),
    .testTarget(
      name: "HTTPServerTests",
      dependencies: ["Certificates", "HTTPClient", "HTTPMessage", "HTTPServer", "SystemCalls", "TestClient", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ImageCodecsTests", dependencies: ["ImageCodecs", "Pixels"], swiftSettings: strict),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "Conduct", "Digests", "EditContract", "HTTPMessage", "ImageCodecs", "Journal", "MockService", "Pixels", "Scenarios", "SystemCalls",
        "TestSupport", "WireFormat",
      ], swiftSettings: strict),
    .testTarget(name: "ImageEditMockTestingTests", dependencies: ["EditClient", "ImageEditMockTesting", "TestClient", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LimitsPageTests",
      dependencies: ["AdminAPI", "Conduct", "EditContract", "HTTPServer", "Journal", "MockCommand", "MockService", "Scenarios", "SystemCalls"],
      swiftSettings: strict),
    .testTarget(name: "MockCommandTests", dependencies: ["Certificates", "MockCommand", "TestClient", "TestSupport", "image-edit-mock"], swiftSettings: strict),
    .testTarget(
      name: "MockServiceTests",
      dependencies: [
        "Digests", "EditContract", "HTTPMessage", "ImageCodecs", "Journal", "MockService", "Pixels", "Scenarios", "SystemCalls", "TestSupport", "WireFormat",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RecordingTests",
      dependencies: [
        "EditContract", "HTTPClient", "HTTPMessage", "HTTPServer", "Journal", "MockService", "Recording", "RuleFixtures", "SystemCalls",
        "TestSupport", "WireFormat",
      ], swiftSettings: strict),
    .testTarget(name: "RenderingTests", dependencies: ["Pixels", "Rendering"], swiftSettings: strict),
    .testTarget(
      name: "RuleFixtureTests", dependencies: ["EditContract", "Fixtures", "HTTPMessage", "MockService", "RuleFixtures", "SystemCalls"],
      swiftSettings: strict),
    .testTarget(
      name: "ScenariosTests",
      dependencies: ["EditContract", "HTTPMessage", "ImageCodecs", "Pixels", "Scenarios", "SystemCalls", "TestSupport", "WireFormat"],
      swiftSettings: strict),
    .testTarget(
      name: "ShippedScenariosTests",
      dependencies: [
        "EditContract", "Fixtures", "HTTPServer", "ImageCodecs", "MockService", "Pixels", "Scenarios", "SystemCalls", "TestClient",
        "WireFormat",
      ], swiftSettings: strict),
    .testTarget(name: "SystemCallsTests", dependencies: ["SystemCalls", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "WireFormatTests", dependencies: ["Pixels", "TestSupport", "WireFormat"], swiftSettings: strict),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: strict),
  ]
)

// Their `main` is libFuzzer's, which only `make fuzz` links. Two programs: each run costs time in proportion to all the code in its program.
if Context.environment["FUZZING"] != nil {
  package.targets += [
    .executableTarget(name: "fuzz-readers", dependencies: ["FuzzReaders"], path: "Fuzzing/fuzz-readers", swiftSettings: strict),
    .executableTarget(
      name: "fuzz-service", dependencies: ["FuzzReaders", "FuzzService"], path: "Fuzzing/fuzz-service", swiftSettings: strict),
  ]
}
