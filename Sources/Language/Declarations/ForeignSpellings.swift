/// What other libraries call what the library has: data, by where the name stands.
///
/// A value is our spelling, `reshaped(2, -1)`, or, where it holds a quotation mark or begins with several words, a
/// whole phrase. A spelling that
/// the table of declarations does not have (any more) is not offered.
package struct ForeignSpellings: Sendable {
    /// Members, by the type they are asked of: "Tensor", "Layer" for all models, "Array".
    package var members: [String: [String: String]] = [:]
    /// What stands on its own, or behind the name of one of the modules.
    package var names: [String: String] = [:]
    /// What is called otherwise behind a module's name: "random.normal", "linalg.norm".
    package var paths: [String: String] = [:]
    /// Names that Python programs give to modules.
    package var modules: Set<String> = []
    /// Labels of arguments.
    package var labels: [String: String] = [:]

    /// What to write instead where a value of a type stands beside an operator it has not, or where another type is
    /// wanted: "Tensor", then ">" or "Bool". Whole phrases.
    package var misuses: [String: [String: String]] = [:]

    package init() {}

    /// `expand_dims` as `expandDims`; nil for a name without an underscore inside.
    package static func camelCase(_ name: String) -> String? {
        let words = name.split(separator: "_")
        guard words.count > 1, !name.hasPrefix("_") else { return nil }
        return String(words[0]) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

extension DeclarationTable {
    /// What to say of a name nobody has declared; `path` is what stands behind it, dots between.
    package func foreignHint(name: String, path: [String]) -> String? {
        if foreign.modules.contains(name) {
            let whole = ([name] + path).joined(separator: ".")
            // `np.random.normal`: the longest ending that is known.
            for count in stride(from: path.count, to: 0, by: -1) {
                let ending = path.suffix(count).joined(separator: ".")
                if let ours = foreign.paths[ending] ?? (count == 1 ? foreign.names[ending] : nil), let hint = phrase(whole, ours) { return hint }
            }
            // Longer paths than names: the last name decides, or the one before it.
            for last in path.reversed() {
                if let ours = foreign.names[last], let hint = phrase(whole, ours) { return hint }
                if let same = sameName(last) ?? ForeignSpellings.camelCase(last).flatMap(sameName) { return "'\(whole)' is spelled '\(same)' here" }
            }
            return nil
        }
        if let ours = foreign.names[name] { return phrase(name, ours) }
        // `from numpy.linalg import inv` leaves the module's name out.
        let whole = foreign.paths.keys.filter { $0.hasSuffix("." + name) }.min()
        return whole.flatMap { foreign.paths[$0] }.flatMap { phrase(name, $0) }
    }

    /// What to say of a member that a type has not; `owners` are the type and what it conforms to.
    package func foreignHint(member: String, of owners: [String]) -> String? {
        for owner in owners {
            if let ours = foreign.members[owner]?[member], let hint = phrase(member, ours, owners: owners) { return hint }
        }
        return owners.lazy.compactMap { self.functionHint(member, of: $0) }.first
    }

    /// For a method elsewhere that is a function here: `x.sin()` is `sin(x)`.
    private func functionHint(_ member: String, of owner: String) -> String? {
        for declaration in declarations(named: member) where declaration.text.hasPrefix("func \(member)(_ ") {
            let parameters = declaration.text.dropFirst("func \(member)(".count).prefix { $0 != ")" }.split(separator: ",")
            guard let first = parameters.first, first.split(separator: ":").last?.drop(while: { $0 == " " }) == owner[...] else { continue }
            let hasMore = parameters.dropFirst().contains { !$0.contains("=") }
            return "'\(member)' is a function here: write '\(member)(x\(hasMore ? ", …" : ""))'"
        }
        return nil
    }

    /// What a label is called here, of those that there are.
    package func foreignLabel(_ label: String, among labels: [String]) -> String? {
        if let ours = foreign.labels[label], labels.contains(ours) { return ours }
        if let camel = ForeignSpellings.camelCase(label), labels.contains(camel) { return camel }
        guard let camel = ForeignSpellings.camelCase(label), let ours = foreign.labels[camel], labels.contains(ours) else { return nil }
        return ours
    }

    private func phrase(_ foreign: String, _ ours: String, owners: [String] = []) -> String? {
        // A spelling has no blank before its first parenthesis.
        if ours.contains("'") || ours.prefix(while: { $0 != "(" }).contains(" ") { return ours }
        return exists(ours, owners: owners) ? "'\(foreign)' is spelled '\(ours)' here" : nil
    }

    private func sameName(_ name: String) -> String? {
        if types[name] != nil || !declarations(named: name).isEmpty { return name }
        return declarations(named: name, of: "Tensor").first.map { ($0.isStatic ? "Tensor." : "x.") + name }
    }

    /// Whether a spelling names something that there is: `Dense(128)`, `Tensor.zeros(3, 4)`, `reshaped(2, -1)`, `x.T`.
    private func exists(_ spelling: String, owners: [String]) -> Bool {
        let head = spelling.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        let parts = head.split(separator: ".").map(String.init)
        guard let first = parts.first, let last = parts.last else { return true }
        if head.hasPrefix(".") { return true }
        if parts.count == 1 {
            return types[first] != nil || !declarations(named: first).isEmpty || owners.contains { !declarations(named: first, of: $0).isEmpty }
                || owners.contains("Layer") && hasMemberAnywhere(first)
        }
        if types[first] != nil { return !declarations(named: last, of: first).isEmpty }
        return hasMemberAnywhere(last)
    }

    private func hasMemberAnywhere(_ name: String) -> Bool {
        declarations.contains { $0.name == name && !$0.owner.isEmpty }
    }
}
