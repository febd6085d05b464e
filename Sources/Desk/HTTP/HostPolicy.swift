/// Lets in only browsers that were sent here by our own address.
///
/// Everybody on the machine, and every page open in a browser on it, can reach a loopback port. A site whose name
/// resolves to this machine sends its own name as Host; a page of another site sends its Origin.
struct HostPolicy: Sendable {
    let port: UInt16

    private var hosts: [String] { ["localhost:\(port)", "127.0.0.1:\(port)"] }

    func check(_ request: RequestHead) throws(HTTPError) {
        guard let host = request.headers["host"], hosts.contains(host.lowercased()) else { throw .foreign }
        if let origin = request.headers["origin"], !hosts.contains(where: { origin.lowercased() == "http://\($0)" }) {
            throw .foreign
        }
        // A page elsewhere, and be it of another port of this machine, may lead here by a link, but load nothing into
        // itself.
        let site = request.headers["sec-fetch-site"] ?? "none"
        if site != "same-origin", site != "none", request.headers["sec-fetch-mode"] != "navigate" { throw .foreign }
    }
}
