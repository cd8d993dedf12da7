// swift-tools-version: 6.0
import PackageDescription

// Measures CKernels alone: the machine's limits, matrix products, element-wise chains. Its own
// package, so that the library depends on nothing here; the kernels are compiled from the sources
// next door through a symbolic link, with the same flags as in the library.
let package = Package(
    name: "KernelBenchmarks",
    targets: [
        .target(name: "CKernels"),
        .executableTarget(
            name: "kernels", dependencies: ["CKernels"],
            linkerSettings: [.linkedLibrary("m"), .linkedLibrary("pthread")]),
    ],
    cLanguageStandard: .c17
)
