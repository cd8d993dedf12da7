/// Remembers what checking a cell changes of what earlier cells and the library declared, so that a cell that is found
/// wrong, or is only looked at for completion, leaves nothing behind.
final class Journal {
    private struct Entry {
        let type: NominalType
        let table: MemberTable
        let saved: MemberTable
        let conformances: [NominalType]
        let methods: [String: Function]
        let conditions: [NominalType: [(GenericParameter, NominalType)]]
        let witnesses: [Type: NominalType.Witnesses]
    }

    private var entries: [ObjectIdentifier: Entry] = [:]
    private var mutability: [(global: Global, isMutable: Bool)] = []
    /// A type of the library is extended.
    var extendsLibrary = false

    /// A type's members are about to be looked at, and perhaps added to.
    func note(_ type: NominalType, _ table: MemberTable) {
        let id = ObjectIdentifier(type)
        if entries[id] != nil { return }
        entries[id] = Entry(
            type: type, table: table, saved: table.copy(), conformances: type.conformances,
            methods: type.methods, conditions: type.conformanceConditions, witnesses: type.witnesses)
    }

    func note(_ global: Global) { mutability.append((global, global.isMutable)) }

    func undo(in environment: Environment) {
        for entry in entries.values {
            entry.table.restore(entry.saved)
            entry.type.conformances = entry.conformances
            entry.type.methods = entry.methods
            entry.type.conformanceConditions = entry.conditions
            entry.type.witnesses = entry.witnesses
        }
        for entry in mutability.reversed() { entry.global.isMutable = entry.isMutable }
        environment.forgetConformances(includingLibrary: extendsLibrary)
    }
}

extension Environment {
    /// Checks something; what it changed is undone when it fails.
    func undoingFailure<Success, Failure>(_ body: () -> Result<Success, Failure>) -> Result<Success, Failure> {
        let journal = Journal()
        self.journal = journal
        let result = body()
        self.journal = nil
        if case .failure = result { journal.undo(in: self) }
        return result
    }

    /// Checks something that is not to be run: nothing of it stays.
    func undoing<Result>(_ body: () -> Result) -> Result {
        let journal = Journal()
        self.journal = journal
        defer {
            self.journal = nil
            journal.undo(in: self)
        }
        return body()
    }
}

extension MemberTable {
    func copy() -> MemberTable {
        let copy = MemberTable()
        copy.callables = callables
        copy.properties = properties
        copy.statics = statics
        copy.observed = observed
        copy.types = types
        copy.typeSources = typeSources
        copy.caseCallables = caseCallables
        copy.rawValues = rawValues
        copy.fieldDefaults = fieldDefaults
        copy.deinitializer = deinitializer
        copy.dynamicFields = dynamicFields
        (copy.privateNames, copy.openNames, copy.privateSetters, copy.privatePlaces) = (privateNames, openNames, privateSetters, privatePlaces)
        copy.hasMemberwise = hasMemberwise
        return copy
    }

    /// Takes back what a cell added or replaced. What was read of the library meanwhile stays.
    func restore(_ saved: MemberTable) {
        callables = callables.mapValues { $0.filter { $0.declaration != nil } }
        for (name, all) in saved.callables {
            callables[name, default: []] += all.filter { $0.declaration == nil }
        }
        properties = properties.mapValues { $0.filter { $0.declaration != nil } }
        for (name, all) in saved.properties {
            properties[name, default: []] += all.filter { $0.declaration == nil }
        }
        statics = saved.statics
        observed = saved.observed
        types = saved.types
        typeSources = saved.typeSources
        caseCallables = saved.caseCallables
        rawValues = saved.rawValues
        fieldDefaults = saved.fieldDefaults
        deinitializer = saved.deinitializer
        dynamicFields = saved.dynamicFields
        (privateNames, openNames, privateSetters, privatePlaces) = (saved.privateNames, saved.openNames, saved.privateSetters, saved.privatePlaces)
        hasMemberwise = saved.hasMemberwise
    }
}
