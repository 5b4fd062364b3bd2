import Access
import ArgumentParser

/// `entitywire keys list`
struct KeysListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Shows who may do what.")

    @OptionGroup var options: KeysOptions

    func run() throws {
        let console = options.console()
        defer { console.flush() }
        let (list, problems) = try options.directory().authorized()
        var table = Table([.init(title: "name"), .init(title: "permissions"), .init(title: "public key")])
        for key in list.keys {
            if console.isJSON {
                try console.json(KeyRow(key))
            } else {
                table.add([key.name, key.permissionNames.joined(separator: ", "), key.userID])
            }
        }
        if !table.isEmpty { console.print(table) }
        for problem in problems { console.say("entitywire: does not count: \(problem)") }
        if list.keys.isEmpty { throw Failure(.nothingFound, "Nobody is authorised.") }
    }
}
