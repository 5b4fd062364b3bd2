import Access
import ClientKit
import Foundation
import Logging
import ServiceLifecycle
import Testing
import ZeroMQ

@testable import QueryService

/// A query service in this process, on ports that the system picked, which lets in only who has a key.
final class SecuredService: Sendable {
    let folder: String
    let keys: KeyDirectory
    let service: EntityWireService

    /// Runs a service for as long as the body does.
    static func with(keys hasKeys: Bool = true, _ body: @Sendable (SecuredService) async throws -> Void) async throws {
        let secured = try await SecuredService(hasKeys: hasKeys)
        let group = ServiceGroup(services: [secured.service], logger: quiet)
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            try await body(secured)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    init(hasKeys: Bool) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        keys = KeyDirectory(path: "\(folder)/keys")
        var options = Self.options(in: folder)
        options.keys = hasKeys ? keys.path : nil
        service = try await EntityWireService.make(options, logger: Self.quiet)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func options(in folder: String) -> ServiceOptions {
        var options = ServiceOptions(database: "\(folder)/case.db")
        options.workPort = 0
        options.queryPort = 0
        options.feedPort = 0
        options.minimumFreeBytes = 0
        return options
    }

    /// Starts the service and tells it to stop at once.
    func runShortly() async throws {
        let group = ServiceGroup(services: [service], logger: Self.quiet)
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    // MARK: Those who come

    /// Makes a key and, unless it is to have no permission, authorises it.
    ///
    /// - Returns: the path of its secret.
    func makeKey(_ name: String, _ permissions: Permission...) throws -> String {
        let key = try ClientKey.random(name: name, serverKeyOf: .directory(keys))
        let paths = try key.write(into: folder)
        if !permissions.isEmpty { _ = try keys.authorise(path: paths.public, permissions: Set(permissions)) }
        return paths.secret
    }

    func clientOptions(_ key: String?) -> ClientOptions {
        var options = ClientOptions(
            workPort: service.ports.work, queryPort: service.ports.query, feedPort: service.ports.feed)
        options.keyFile = key
        return options
    }

    /// What a client is told that asks how the service is.
    func refusal(_ key: String?, patience: Duration = .seconds(5)) async throws -> ClientError? {
        var options = clientOptions(key)
        options.connectTimeout = patience
        do {
            _ = try await ServiceClient.with(options) { try await $0.status() }
            return nil
        } catch let error as ClientError {
            return error
        }
    }
}
