/// The names of the session that a cell looks at and changes.
package struct CellUses: Sendable {
    /// A name nobody had declared.
    package struct Unknown: Sendable {
        package let name: String
        package let range: SourceRange
    }

    /// Names of earlier cells, by what of this cell uses them: "" for its top level, else the function or type that
    /// it declares.
    package var names: [String: Set<String>] = [:]
    /// Variables of earlier cells that get another value.
    package var changed: Set<String> = []
    /// Types that it extends.
    package var extended: Set<String> = []
    package var unknown: [Unknown] = []

    package init() {}

    /// All names of earlier cells.
    package var all: Set<String> { names.values.reduce(into: []) { $0.formUnion($1) } }

    /// Finds what the checked cell changes.
    mutating func finish(_ main: Function, _ functions: [Function]) {
        let reader = GlobalWrites()
        for function in [main] + functions { reader.statements(function.body) }
        changed = reader.names
    }
}

/// Which variables of the session a tree gives values to.
private final class GlobalWrites: TreeReader {
    var names: Set<String> = []

    override func writesGlobal(_ global: Global) { names.insert(global.name) }
}

extension Checker {
    /// A name was found in a scope.
    func noteUse(of name: String, in scope: Scope) {
        guard scope === environment.session else { return }
        uses.names[userName, default: []].insert(name)
    }

    /// What of this cell the code being checked belongs to.
    private var userName: String {
        if isTopLevel { return "" }
        if let type = scope.memberTypeInSight?.nominal { return type.name }
        var root = function
        while let parent = root.parent, !parent.name.isEmpty { root = parent }
        return cellScope?.entities[root.name] == nil ? "" : root.name
    }
}
