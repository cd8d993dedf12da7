// swift-tools-version: 6.0
import PackageDescription

// The house, from the ground up; an arrow points down only. docs/architecture.md says why each room is there.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

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
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Numbers
        .target(name: "CKernels"),
        .target(name: "Tensors", dependencies: ["CKernels", "CPNG", "CZlib"], swiftSettings: strict),
        .target(name: "NeuralNetworks", dependencies: ["Learning", "Tensors"], swiftSettings: strict),
        .target(name: "Learning", dependencies: ["Tensors"], swiftSettings: strict),
        .target(
            name: "Datasets", dependencies: ["Tensors"], exclude: ["README.md"], resources: [.embedInCode("Resources")],
            swiftSettings: strict),
        .target(name: "DataFrames", dependencies: ["Tensors"], swiftSettings: strict),
        .target(
            name: "Plotting", dependencies: ["Tensors", "NeuralNetworks", "Learning"],
            swiftSettings: strict),
        .target(
            name: "Vencejo",
            dependencies: [
                "Tensors", "NeuralNetworks", "Learning", "Datasets", "DataFrames", "Plotting",
            ],
            swiftSettings: strict),

        // Cells
        .target(name: "CThreads"),
        .target(
            name: "Language",
            dependencies: [
                "CThreads",
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
                .product(name: "SwiftOperators", package: "swift-syntax"),
                .product(name: "SwiftDiagnostics", package: "swift-syntax"),
            ],
            swiftSettings: strict),
        .target(
            name: "Bindings",
            dependencies: [
                "Language", "Vencejo", "Tensors", "NeuralNetworks", "Learning", "Datasets",
                "DataFrames", "Plotting",
            ],
            swiftSettings: strict),
        .target(name: "Session", dependencies: ["Bindings", "Language"], swiftSettings: strict),

        // The outside
        .target(
            name: "JupyterMessaging",
            dependencies: [
                "CZeroMQ",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(
            name: "JupyterKernel", dependencies: ["JupyterMessaging", "Session"],
            swiftSettings: strict),
        .target(name: "Notebooks", dependencies: ["Session"], swiftSettings: strict),
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
        .testTarget(name: "PlottingTests", dependencies: ["Plotting", "Tensors"], resources: [.copy("Golden")], swiftSettings: strict),
        .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
        .testTarget(name: "SessionTests", dependencies: ["Session", "Bindings", "Language"], swiftSettings: strict),
        .testTarget(name: "JupyterTests", dependencies: ["JupyterMessaging", "JupyterKernel", "Session"], swiftSettings: strict),
        .testTarget(name: "NotebooksTests", dependencies: ["Notebooks", "Session", "Commands"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c17
)
