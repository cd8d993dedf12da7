package import Session

extension Notebook {
    /// Sets what the notebook's metadata ask for: `{"vencejo": {"limits": {"time": "30 s", "memory": "2 GB"}}}`.
    ///
    /// - Throws: for a limit there is not, or a value that cannot be read.
    package func setLimits(of configuration: inout SessionConfiguration) throws(LimitError) {
        guard let member = metadata["vencejo"]?.object?["limits"] else { return }
        guard let limits = member.object else {
            throw LimitError(message: "the notebook's 'metadata.vencejo.limits' is \(member.kind), not an object", help: "write {\"time\": \"30 s\", \"memory\": \"2 GB\"}")
        }
        for entry in limits.members {
            guard let limit = Limit(named: entry.key) else {
                let names = Limit.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                throw LimitError(message: "the notebook's 'metadata.vencejo.limits' knows no '\(entry.key)'", help: "there are \(names)")
            }
            let text: String
            switch entry.value {
            case .string(let string): text = string.value
            case .number(let spelling): text = spelling
            case .null: text = "none"
            default: throw LimitError(message: "the limit '\(entry.key)' of the notebook's metadata is \(entry.value.kind)", help: "write a text such as \"\(limit.example)\"")
            }
            do {
                try configuration.set(limit, to: text)
            } catch {
                throw LimitError(message: "the limit '\(entry.key)' of the notebook's metadata: \(error.message)", help: error.help)
            }
        }
    }
}
