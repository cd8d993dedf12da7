extension Environment {
    /// How much of what cells made is remembered; tests look that it stays within bounds.
    package struct Remembered {
        package let nominals: Int
        package let functions: Int
        package let parameters: Int
        package let tables: Int
        package let dispatches: Int
        package let observedGlobals: Int
        package let compositions: Int
        package let names: Int
    }

    package var remembered: Remembered {
        Remembered(
            nominals: made.nominals.count, functions: made.functions.count, parameters: made.parameters.count, tables: tables.count,
            dispatches: dispatches.count, observedGlobals: observedGlobals.count, compositions: compositions.count, names: session.entities.count)
    }

    /// Lets go of what earlier cells declared and nothing reaches any more, where there may be much of it.
    ///
    /// No code may be running, and nothing be checked that is still to run.
    func forgetUnreached(_ machine: Machine) {
        guard made.isWorthALook else { return }
        letGoOfUnreached(machine)
    }

    func letGoOfUnreached(_ machine: Machine) {
        // What was found out earlier is found again.
        forgetConformances(includingLibrary: true)
        for dispatch in dispatches { dispatch.object?.forget() }
        let reach = Reach(self)
        reach.run(machine.table)
        let isGone: (Type) -> Bool = { !reach.isReached($0) }

        observedGlobals = observedGlobals.filter { reach.isReached($0.value.get) }
        compositions = compositions.filter { reach.isReached($0.value) }
        for callable in reach.callables { callable.forget(where: isGone) }
        for template in reach.templates { template.instances = template.instances.filter { !$0.key.contains(where: isGone) } }
        for table in tables.values {
            guard let owner = table.owner, reach.isReached(owner) else { continue }
            owner.forget(conformances: { $0.isOfCells && !reach.isReached($0) }, where: isGone)
        }
        let code = machine.table.all.filter { !reach.isReached($0) }
        let types = Type.forget(where: isGone)

        let unreached = made.sweep(reach.isReached)
        let functions = Set(unreached.functions.map { ObjectIdentifier($0) })
        for one in code where one.compiledFor.map({ functions.contains(ObjectIdentifier($0)) }) ?? true { one.retire() }
        for function in unreached.functions { function.retire() }
        for scope in unreached.scopes { scope.dissolve() }
        for nominal in unreached.nominals {
            let id = ObjectIdentifier(nominal)
            if let table = tables.removeValue(forKey: id) {
                for global in table.statics.values where !reach.isReached(global) { global.clear() }
                table.dissolve()
            }
            nominal.dissolve()
        }
        dispatches.removeAll { $0.object == nil }
        // Values that only unreached types held went above: their blocks know their types by address.
        withExtendedLifetime(types) {}
    }
}

extension Callable {
    /// Forgets what it became for types that are gone.
    fileprivate func forget(where isGone: (Type) -> Bool) {
        if !dispatches.isEmpty { dispatches = dispatches.filter { !$0.key.contains(where: isGone) } }
        if !metatypeDispatches.isEmpty { metatypeDispatches = metatypeDispatches.filter { !$0.key.contains(where: isGone) } }
        if !dynamicFunctions.isEmpty { dynamicFunctions = dynamicFunctions.filter { !$0.key.contains(where: isGone) } }
    }

    /// Lets go of what may refer to it in turn.
    fileprivate func dissolve() {
        root = nil
        dispatches = [:]
        metatypeDispatches = [:]
        dynamicFunctions = [:]
        setterFunction = nil
        if case .template(let template) = implementation {
            template.instances = [:]
            template.parent = nil
            template.builder = nil
        }
    }
}

extension NominalType {
    fileprivate func forget(conformances isUnreached: (NominalType) -> Bool, where isGone: (Type) -> Bool) {
        if conformances.contains(where: isUnreached) {
            conformances.removeAll(where: isUnreached)
            conformanceConditions = conformanceConditions.filter { !isUnreached($0.key) }
        }
        if !witnesses.isEmpty { witnesses = witnesses.filter { !isGone($0.key) } }
    }
}

extension MemberTable {
    /// Lets go of members, which refer to each other.
    fileprivate func dissolve() {
        let accessors = [properties.values.flatMap { $0 }, Array(observed.values), Array(dynamicFields.values)].flatMap { $0 }
        for callable in callables.values.flatMap({ $0 }) + accessors.flatMap({ [$0.getter, $0.setter].compactMap { $0 } }) + caseCallables + fieldDefaults.values { callable.dissolve() }
        restore(MemberTable())
        callables = [:]
        properties = [:]
    }
}

extension Scope {
    fileprivate func dissolve() {
        entities = [:]
        spreads = [:]
    }
}
