// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let deque: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "EntityWire",
    products: [
        .executable(name: "entitywire", targets: ["entitywire"]),
        .executable(name: "entitywire-extractor", targets: ["entitywire-extractor"]),
        .executable(name: "entitywire-service", targets: ["entitywire-service"]),
        .executable(name: "entitywire-lab", targets: ["entitywire-lab"]),
        .library(name: "EntityWireClient", targets: ["ClientKit", "Wire", "Annotation"]),
        .library(name: "EntityWireExtraction", targets: ["Extraction", "Annotation"]),
        .library(name: "ZeroMQ", targets: ["ZeroMQ"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
        .target(name: "ZeroMQ", dependencies: ["CZeroMQ"], exclude: ["ZeroMQ.docc"], swiftSettings: strict),
        .target(name: "Access", dependencies: ["ZeroMQ"], swiftSettings: strict),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        .target(name: "Annotation", dependencies: ["CSodium"], swiftSettings: strict),
        .target(name: "Wire", dependencies: ["Annotation"], exclude: ["Wire.docc"], swiftSettings: strict),
        .target(
            name: "Extraction", dependencies: ["Annotation"], exclude: ["Extraction.docc"],
            resources: [.copy("Model"), .copy("Lexicon")], swiftSettings: strict),
        .target(
            name: "Resolution", dependencies: ["Annotation"], resources: [.copy("Tables")], swiftSettings: strict),
        .target(
            name: "Store", dependencies: ["Annotation", "Wire", "Resolution", grdb], exclude: ["Store.docc"],
            swiftSettings: strict),
        .target(
            name: "ClientKit", dependencies: ["Access", "ZeroMQ", "Wire", "Annotation"], swiftSettings: strict),
        .target(
            name: "ExtractorWorker",
            dependencies: [
                "Access", "ClientKit", "ZeroMQ", "Wire", "Annotation", "Extraction", "Metrics", lifecycle, logging,
            ],
            swiftSettings: strict),
        .target(
            name: "QueryService",
            dependencies: [
                "Access", "ZeroMQ", "Wire", "Annotation", "Metrics", "Resolution", "Store", deque, lifecycle,
                signals, logging,
            ],
            swiftSettings: strict),
        .target(name: "Metrics", dependencies: [lifecycle], swiftSettings: strict),
        .target(name: "CommandSupport", dependencies: [logging, argumentParser], swiftSettings: strict),
        .executableTarget(
            name: "entitywire-extractor",
            dependencies: [
                "CommandSupport", "Access", "ExtractorWorker", "ClientKit", "Extraction", "Metrics", "Wire", lifecycle,
                signals, logging, argumentParser,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "entitywire-service",
            dependencies: [
                "CommandSupport", "Metrics", "QueryService", "Store", "Wire", lifecycle, signals, logging,
                argumentParser,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "entitywire",
            dependencies: [
                "CommandSupport", "Access", "ClientKit", "Wire", "Annotation", "Extraction", "Resolution", "CZlib",
                "CZstd", argumentParser, deque,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "entitywire-lab", dependencies: ["Extraction", "Resolution", "Annotation", argumentParser],
            exclude: ["Corpora", "Lists"], swiftSettings: strict),
        .testTarget(name: "ZeroMQTests", dependencies: ["ZeroMQ"], swiftSettings: strict),
        .testTarget(name: "AccessTests", dependencies: ["Access", "ZeroMQ"], swiftSettings: strict),
        .testTarget(name: "AnnotationTests", dependencies: ["Annotation"], swiftSettings: strict),
        .testTarget(name: "WireTests", dependencies: ["Wire", "Annotation"], swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Extraction", "Annotation"],
            exclude: ["Cases", "Gold", "Rules/Annotations.txt"],
            swiftSettings: strict),
        .testTarget(
            name: "LabTests", dependencies: ["entitywire-lab", "Extraction", "Annotation"], swiftSettings: strict),
        .testTarget(
            name: "ResolutionTests", dependencies: ["Resolution", "Annotation"], exclude: ["Pairs"],
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "Wire", "Annotation", grdb],
            swiftSettings: strict),
        .testTarget(name: "CommandSupportTests", dependencies: ["CommandSupport", logging], swiftSettings: strict),
        .testTarget(name: "MetricsTests", dependencies: ["Metrics"], swiftSettings: strict),
        .testTarget(
            name: "ServiceTests",
            dependencies: [
                "QueryService", "ExtractorWorker", "ClientKit", "Access", "ZeroMQ", "Wire", "Annotation", "Store",
                "Extraction", lifecycle, logging,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ClientTests",
            dependencies: [
                "entitywire", "CommandSupport", "ClientKit", "ZeroMQ", "Wire", "Annotation", "CZlib", "CZstd",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "ClientKit", "ZeroMQ", "Wire", "Annotation", grdb,
                "entitywire", "entitywire-extractor", "entitywire-service",
            ],
            exclude: ["Python"], swiftSettings: strict),
    ]
)
