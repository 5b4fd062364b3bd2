import ZeroMQ

extension ClientError {
    /// What a problem of the connection means for the requests that wait for it.
    ///
    /// - Parameter keyFile: where the client's key is from, if it has one.
    static func describing(_ problem: ConnectionProblem, at endpoint: String, keyFile: String?) -> ClientError {
        switch (problem, keyFile) {
        case (.unreachable, _): .unreachable(endpoint)
        case (.keyRefused, let file):
            ClientError(
                .keyRefused,
                "The service at \(endpoint) does not let in the key of \(file ?? "this client"): its operator has to "
                    + "authorise it for this (entitywire keys authorise).")
        case (.securityDiffers, nil):
            ClientError(
                .keyRefused, "The service at \(endpoint) lets in only who has a key: give one with --key FILE.")
        case (.securityDiffers, let file?):
            ClientError(
                .wrongService,
                "What answers at \(endpoint) takes no keys, so it cannot prove to be the service that \(file) is for: "
                    + "start the service with --keys, or give no --key.")
        case (.serverUnproven, let file?):
            ClientError(
                .wrongService,
                "What answers at \(endpoint) has another key than the line `server` of \(file) says: check the address; "
                    + "if the service has a new key, take its server.public.")
        case (.serverUnproven, nil), (.protocolBroken, _):
            ClientError(
                .unreachable, "What answers at \(endpoint) is no service of EntityWire: check the address and the port."
            )
        }
    }
}
