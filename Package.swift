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

// Imports go one way: a target depends only on targets that stand above it in this list. ARCHITECTURE.md says what each one holds.
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
    // C: system libraries, and the hand-written C that Swift cannot be
    .systemLibrary(name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"])]),
    .systemLibrary(name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    // GnuTLS, libcurl and, in CCodecs, libheif are loaded when they are needed, not linked: only their headers are used.
    .target(name: "CHTTP", dependencies: ["CMicroHTTPD"]),
    .target(name: "CCurl"),
    .target(name: "CCodecs", dependencies: ["CDeflate", "CJPEG", "CPNG", "CWebP"]),
    .target(name: "CSupport"),
    // `#embed` is C23; clang knows it in every C, and warns.
    .target(name: "CFixtures", cSettings: [.disableWarning("c23-extensions")]),

    // 0: the system, and HTTP as values
    .target(name: "Support", dependencies: ["CFixtures", "CNettle", "CSupport"], swiftSettings: strict),
    .target(name: "HTTPMessage", swiftSettings: strict),

    // 1: formats and protocols
    .target(name: "Formats", dependencies: ["CDeflate", "CSupport", "CYAML", "HTTPMessage", "Support"], swiftSettings: strict),
    .target(name: "Images", dependencies: ["CCodecs", "Formats"], swiftSettings: strict),
    .target(name: "HTTPClient", dependencies: ["CCurl", "HTTPMessage", "Support"], swiftSettings: strict),
    .target(name: "HTTPServer", dependencies: ["CHTTP", "CMicroHTTPD", "HTTPMessage", "Support"], swiftSettings: strict),
    .target(name: "RetryAnalysis", dependencies: ["Support"], swiftSettings: strict),

    // 2: what the APIs ask of a request, what an edit looks like, and the vocabulary of `when`
    .target(name: "Contract", dependencies: ["Formats", "HTTPMessage", "Images", "Support"], swiftSettings: strict),
    .target(name: "Rendering", dependencies: ["CSupport", "Images", "Support"], swiftSettings: strict),
    .target(
      name: "RequestMatching", dependencies: ["CPCRE2", "Contract", "Formats", "HTTPMessage", "Images", "Support"], swiftSettings: strict),

    // 3: the contract as documents and fixtures; scripts; what was asked and what came of it
    .target(name: "ContractFixtures", dependencies: ["Contract", "Formats", "HTTPMessage", "Images", "Support"], swiftSettings: strict),
    .target(
      name: "ContractDocuments", dependencies: ["Contract", "ContractFixtures", "Formats", "HTTPMessage", "Images", "Support"],
      swiftSettings: strict),
    .target(
      name: "Scenarios", dependencies: ["Contract", "Formats", "HTTPMessage", "Images", "RequestMatching", "Support"], swiftSettings: strict),
    .target(
      name: "Journal",
      dependencies: ["Contract", "Formats", "HTTPMessage", "Images", "RequestMatching", "RetryAnalysis", "Support"],
      swiftSettings: strict),

    // 4: the pipeline
    .target(
      name: "MockService",
      dependencies: ["Contract", "Formats", "HTTPMessage", "Images", "Journal", "Rendering", "RequestMatching", "Scenarios", "Support"],
      swiftSettings: strict),

    // 5: the ports of a mock with what can be asked at `/_mock`, and the real service in the mock's place
    .target(
      name: "MockServer",
      dependencies: [
        "Contract", "ContractDocuments", "Formats", "HTTPMessage", "HTTPServer", "Journal", "MockService", "RequestMatching", "RetryAnalysis",
        "Scenarios", "Support",
      ], swiftSettings: strict),
    .target(
      name: "Recording",
      dependencies: [
        "Contract", "ContractFixtures", "Formats", "HTTPClient", "HTTPMessage", "Images", "Journal", "MockService", "Support",
      ], swiftSettings: strict),

    // 6: the library, and the command line
    .target(
      name: "ImageEditMockTesting",
      dependencies: [
        "Contract", "Formats", "HTTPMessage", "HTTPServer", "Images", "Journal", "MockServer", "MockService", "RequestMatching",
        "RetryAnalysis", "Scenarios", "Support",
      ], swiftSettings: strict),
    .target(
      name: "MockCommand",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        "Contract", "ContractDocuments", "ContractFixtures", "Formats", "HTTPClient", "HTTPMessage", "HTTPServer", "Journal",
        "MockServer", "MockService", "Recording", "RequestMatching", "Scenarios", "Support",
      ], swiftSettings: strict),
    .executableTarget(name: "image-edit-mock", dependencies: ["MockCommand", "Support"], swiftSettings: strict),

    // beside the program: what must hold of bytes from outside, for `make fuzz` and for the tests
    .target(
      name: "FuzzReaders", dependencies: ["CDeflate", "Formats", "HTTPMessage", "HTTPServer", "Images"],
      path: "Fuzzing/Readers", swiftSettings: strict),
    .target(
      name: "FuzzService",
      dependencies: [
        "Contract", "Formats", "FuzzReaders", "HTTPMessage", "HTTPServer", "Images", "Journal", "MockService", "Scenarios", "Support",
      ], path: "Fuzzing/Service", swiftSettings: strict),

    // for tests that speak over a socket, and for tests of every kind
    .target(name: "TestClient", path: "Tests/TestClient", swiftSettings: strict),
    .target(name: "TestSupport", dependencies: ["Support"], path: "Tests/TestSupport", swiftSettings: strict),

    // examples/swift-testing is a package of its own for its readers; here its files are compiled and run with everything else
    .target(name: "EditClient", path: "examples/swift-testing/Sources/EditClient", swiftSettings: [.treatAllWarnings(as: .error)]),
    .testTarget(
      name: "SwiftTestingExampleTests", dependencies: ["EditClient", "ImageEditMockTesting"],
      path: "examples/swift-testing/Tests/EditClientTests", swiftSettings: [.treatAllWarnings(as: .error)]),

    .testTarget(name: "SupportTests", dependencies: ["Support", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "FormatsTests", dependencies: ["Formats", "Support", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ImagesTests", dependencies: ["Formats", "Images", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "HTTPClientTests", dependencies: ["HTTPClient", "HTTPMessage", "HTTPServer", "TestClient"], swiftSettings: strict),
    .testTarget(
      name: "HTTPServerTests", dependencies: ["HTTPClient", "HTTPMessage", "HTTPServer", "Support", "TestClient", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "RetryAnalysisTests", dependencies: ["RetryAnalysis", "Support"], swiftSettings: strict),
    .testTarget(name: "ContractTests", dependencies: ["Contract", "Formats", "HTTPMessage", "Images", "Support"], swiftSettings: strict),
    .testTarget(name: "RenderingTests", dependencies: ["Images", "Rendering", "Support"], swiftSettings: strict),
    .testTarget(
      name: "RequestMatchingTests", dependencies: ["Contract", "Formats", "HTTPMessage", "Images", "RequestMatching"],
      swiftSettings: strict),
    .testTarget(
      name: "ContractFixturesTests",
      dependencies: ["Contract", "ContractFixtures", "Formats", "HTTPMessage", "MockService", "Support"], swiftSettings: strict),
    .testTarget(
      name: "ContractDocumentsTests",
      dependencies: ["Contract", "ContractDocuments", "Formats", "HTTPMessage", "Images", "Support"], swiftSettings: strict),
    .testTarget(
      name: "ScenariosTests",
      dependencies: ["Contract", "Formats", "HTTPMessage", "Images", "RequestMatching", "Scenarios", "Support", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ShippedScenariosTests",
      dependencies: [
        "Contract", "Formats", "HTTPServer", "Images", "MockService", "Scenarios", "Support", "TestClient",
      ], swiftSettings: strict),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "Contract", "Formats", "HTTPMessage", "Images", "Journal", "MockService", "RequestMatching", "RetryAnalysis", "Scenarios", "Support",
        "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "MockServiceTests",
      dependencies: [
        "Contract", "Formats", "HTTPMessage", "Images", "Journal", "MockService", "RequestMatching", "Scenarios", "Support", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "MockServerTests",
      dependencies: [
        "Contract", "Formats", "HTTPMessage", "Images", "Journal", "MockServer", "MockService", "Scenarios", "Support", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "RecordingTests",
      dependencies: [
        "Contract", "ContractFixtures", "Formats", "HTTPClient", "HTTPMessage", "HTTPServer", "Journal", "MockService", "Recording", "Support",
        "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "ImageEditMockTestingTests", dependencies: ["EditClient", "ImageEditMockTesting", "TestClient", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "MockCommandTests", dependencies: ["HTTPServer", "MockCommand", "TestClient", "TestSupport", "image-edit-mock"],
      swiftSettings: strict),
    .testTarget(
      name: "LimitsPageTests",
      dependencies: [
        "Contract", "HTTPServer", "Journal", "MockCommand", "MockServer", "MockService", "RequestMatching", "RetryAnalysis",
        "Scenarios", "Support",
      ], swiftSettings: strict),
    .testTarget(
      name: "FuzzingTests", dependencies: ["Formats", "FuzzReaders", "FuzzService", "HTTPMessage", "Images", "Support"],
      swiftSettings: strict),
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
