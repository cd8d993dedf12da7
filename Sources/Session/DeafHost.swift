/// Hears work that nobody asked for.
final class DeafHost: CellHost {
    func receive(_ event: CellEvent) {}
    func readLine(prompt: String, isSecret: Bool) throws(InputUnavailable) -> String? {
        throw InputUnavailable(reason: "nobody can be asked for input here")
    }
    var updatesInPlace: Bool { false }
}
