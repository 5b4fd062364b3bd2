// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(name: "EntityWire", path: "../..")
    ],
    targets: [
        // The measure of all others: libzmq in C, without anything around it.
        .target(name: "BareLoop", linkerSettings: [.linkedLibrary("zmq")]),
        .executableTarget(
            name: "zeromq-benchmark",
            dependencies: ["BareLoop", .product(name: "ZeroMQ", package: "EntityWire")],
            swiftSettings: strict),
        .executableTarget(
            name: "extraction-benchmark",
            dependencies: [.product(name: "EntityWireExtraction", package: "EntityWire")],
            swiftSettings: strict),
        .executableTarget(
            name: "service-benchmark",
            dependencies: [
                .product(name: "ZeroMQ", package: "EntityWire"),
                .product(name: "EntityWireClient", package: "EntityWire"),
                .product(name: "EntityWireExtraction", package: "EntityWire"),
            ],
            swiftSettings: strict),
    ]
)
