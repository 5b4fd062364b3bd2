import Annotation
import ArgumentParser
import ClientKit
import Wire

/// `entitywire call METHOD [JSON]`
struct CallCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Calls a method of the service by its name and writes the answer as JSON.",
        usage: "entitywire call <method> [<parameters>] [<options>]",
        discussion: "Example: entitywire call entities '{\"type\":\"PERSON\",\"limit\":5}'")

    @Argument(help: "The method: see --list.")
    var method: String?
    @Argument(help: "The parameters, a JSON object.")
    var parameters: String = "{}"
    @Flag(help: "List the methods.")
    var list = false
    @OptionGroup var global: GlobalOptions

    mutating func validate() throws {
        if (method == nil) != list { throw ValidationError("Give a method, or --list.") }
    }

    func run(_ client: ServiceClient, _ console: Console) async throws {
        guard let method else { return try await showMethods(client, console) }
        let bytes = Array(parameters.utf8)
        do {
            try JSONShape.check(bytes, part: "parameters")
        } catch {
            throw Failure(.usage, "\(error.message) Give one, such as '{\"limit\":5}'.")
        }
        if try await isCommand(method, client) {
            console.write(try await client.command(method, bytes) + [UInt8(ascii: "\n")])
            return
        }
        let (answer, next) = try await client.call(method, bytes)
        console.write(answer + [UInt8(ascii: "\n")])
        console.flush()
        if let next { console.note("There is more: give \"after\":\"\(next)\" for the next page.") }
    }

    /// A method that this program does not know may still be one of a newer service.
    private func isCommand(_ method: String, _ client: ServiceClient) async throws -> Bool {
        if let known = Method(rawValue: method) { return known.changesSomething }
        let methods = try await client.methods()
        guard let row = methods.first(where: { $0.method == method }) else {
            throw Failure(.refused, "The service has no method \(method): entitywire call --list shows them.")
        }
        return row.kind == Kind.command.rawValue
    }

    private func showMethods(_ client: ServiceClient, _ console: Console) async throws {
        let methods = try await client.methods()
        if console.isJSON {
            for row in methods { try console.json(row) }
            return
        }
        var table = Table([.init(title: "METHOD"), .init(title: "KIND"), .init(title: "WHAT IT DOES", gives: 1)])
        for row in methods { table.add([row.method, row.kind, row.summary]) }
        console.print(table)
        console.hint("Next: entitywire call METHOD '{…}'")
    }
}
