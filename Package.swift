// swift-tools-version: 6.0
import PackageDescription

// The house, from the ground up; an arrow points down only. docs/architecture.md says why each room is there.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// Sanitizers run over the engine alone: with this variable set the package is its numbers and their tests, so that
// nothing else has to be built again for them.
let isEngineOnly = Context.environment["VENCEJO_ENGINE_ONLY"] != nil
let engineTargets: Set<String> = ["CJPEG", "CKernels", "CPNG", "CPictures", "CZlib", "Tensors", "TensorsTests"]

let package = Package(
    name: "Vencejo",
    products: [
        .library(name: "Vencejo", targets: ["Vencejo"]),
        .executable(name: "vencejo", targets: ["vencejo"]),
    ],
    dependencies: [
        .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CZeroMQ", pkgConfig: "libzmq", providers: [.apt(["libzmq3-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg", providers: [.apt(["libjpeg-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Numbers
        .target(name: "CKernels"),
        .target(name: "CPictures", dependencies: ["CJPEG"]),
        .target(name: "Tensors", dependencies: ["CKernels", "CPictures", "CPNG", "CZlib"], swiftSettings: strict),
        .target(name: "NeuralNetworks", dependencies: ["Learning", "Tensors"], swiftSettings: strict),
        .target(name: "Learning", dependencies: ["Tensors"], swiftSettings: strict),
        .target(
            name: "Datasets", dependencies: ["DataFrames", "Tensors"], exclude: ["README.md"], resources: [.embedInCode("Resources")],
            swiftSettings: strict),
        .target(name: "DataFrames", dependencies: ["Tensors"], swiftSettings: strict),
        .target(
            name: "Plotting", dependencies: ["Tensors", "NeuralNetworks", "Learning"],
            swiftSettings: strict),
        .target(name: "Widgets", dependencies: ["Comms", "JSON", "Tensors"], swiftSettings: strict),
        .target(
            name: "Vencejo",
            dependencies: [
                "Tensors", "NeuralNetworks", "Learning", "Datasets", "DataFrames", "Plotting", "Widgets",
            ],
            swiftSettings: strict),

        // Cells
        .target(name: "CThreads"),
        // An instruction is a function that calls nothing and jumps to the next: a frame pointer in each would be a
        // quarter of its work.
        .target(name: "CMachine", cSettings: [.unsafeFlags(["-momit-leaf-frame-pointer"])]),
        .target(
            name: "Language",
            dependencies: [
                "CMachine", "CThreads",
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
                .product(name: "SwiftOperators", package: "swift-syntax"),
                .product(name: "SwiftDiagnostics", package: "swift-syntax"),
            ],
            // Noting each access to the checker's state takes a twentieth of the check; debug builds do it.
            swiftSettings: strict + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]),
        .target(
            name: "Bindings",
            dependencies: [
                "Comms", "JSON", "Language", "Vencejo", "Tensors", "NeuralNetworks", "Learning", "Datasets",
                "DataFrames", "Plotting", "Widgets",
            ],
            swiftSettings: strict),
        .target(name: "Session", dependencies: ["Bindings", "Comms", "JSON", "Language"], swiftSettings: strict),

        // The outside
        .target(name: "JSON", swiftSettings: strict),
        .target(name: "Comms", dependencies: ["JSON"], swiftSettings: strict),
        .target(
            name: "JupyterMessaging",
            dependencies: [
                "CZeroMQ", "JSON",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(
            name: "JupyterKernel", dependencies: ["CSQLite", "Comms", "JSON", "JupyterMessaging", "Session"],
            swiftSettings: strict),
        .target(
            name: "Notebooks",
            dependencies: ["Session", "Tensors", "Vencejo", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Commands",
            dependencies: [
                "JupyterKernel", "Notebooks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "vencejo", dependencies: ["Commands"], path: "Sources/Program", swiftSettings: strict),

        // Tests mirror the sources.
        .testTarget(name: "TensorsTests", dependencies: ["Tensors", "CKernels"], resources: [.copy("Golden")], swiftSettings: strict),
        .testTarget(name: "NeuralNetworksTests", dependencies: ["NeuralNetworks", "Tensors"], resources: [.copy("Golden")], swiftSettings: strict),
        .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "DataFrames", "Learning", "Tensors"], resources: [.copy("Golden")], swiftSettings: strict),
        .testTarget(name: "PlottingTests", dependencies: ["Plotting", "NeuralNetworks", "Learning", "Tensors"], resources: [.copy("Golden")], swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["CMachine", "Language"], swiftSettings: strict),
        .testTarget(name: "SessionTests", dependencies: ["Comms", "Session", "Bindings", "Language", "NeuralNetworks"], swiftSettings: strict),
        .testTarget(name: "JupyterTests", dependencies: ["Comms", "JSON", "JupyterMessaging", "JupyterKernel", "Session"], swiftSettings: strict),
        .testTarget(name: "NotebooksTests", dependencies: ["Notebooks", "Session", "Commands"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c17
)

if isEngineOnly {
    package.products = []
    package.dependencies = []
    package.targets.removeAll { !engineTargets.contains($0.name) }
}
