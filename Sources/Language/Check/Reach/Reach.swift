/// Finds what of a session something still reaches: from names, from values, from closures, and from what the library's
/// own declarations were made into.
///
/// All that `Made` has is found here by every way that leads to it: what is not found is taken apart.
final class Reach: TreeReader {
    let environment: Environment
    private var seen: Set<ObjectIdentifier> = []
    /// Callables and templates met, whose caches may have to forget.
    private(set) var callables: [Callable] = []
    private(set) var templates: [Template] = []

    private var openNominals: [NominalType] = []
    private var openCallables: [Callable] = []
    private var openFunctions: [Function] = []
    private var openCode: [CompiledFunction] = []
    /// Functions that are reached once all of the types are.
    private var conditional: [(types: [Type], function: Function)] = []
    /// Some slot may hold one of several types.
    private var holdsTypes = false
    /// Those that only variables hold that no name leads to.
    private var values: HeldValues?
    /// The types and generic parameters that cells of the session declared.
    private let own: Set<ObjectIdentifier>

    init(_ environment: Environment) {
        self.environment = environment
        own = environment.made.identities
    }

    func isReached(_ object: AnyObject) -> Bool { seen.contains(ObjectIdentifier(object)) }

    private func isNew(_ object: AnyObject) -> Bool { seen.insert(ObjectIdentifier(object)).inserted }

    func run(_ code: CodeTable) {
        scope(environment.session)
        scope(environment.library)
        for table in environment.tables.values where !(table.owner?.isOfCells ?? false) {
            members(table)
            if let owner = table.owner { nominal(owner) }
        }
        finish()
        lookAtValues(code)
        finish()
        guard holdsTypes else { return }
        // A slot may hold any of the types that ever were values.
        for one in environment.made.nominals where one.isNamedByValue { nominal(one) }
        finish()
    }

    /// Values reach their types, and closures their code, but for those that only unreached variables hold.
    private func lookAtValues(_ code: CodeTable) {
        let doubtful = HeldValues(environment.made.globals(environment).filter { !isReached($0) })
        values = doubtful
        for held in Type.held() where held.holders > doubtful.types[ObjectIdentifier(held), default: 0] && !isOfOthers(held) { value(held) }
        for one in code.all where one.closures > doubtful.closures[ObjectIdentifier(one), default: 0] { closure(one) }
    }

    /// Something holds a value of the type.
    private func value(_ type: Type) {
        if type.mayHoldTypes { holdsTypes = true }
        self.type(type)
    }

    /// Something holds a closure that runs the code.
    private func closure(_ code: CompiledFunction) {
        if code.capturesTypes { holdsTypes = true }
        compiled(code)
    }

    /// Whether a type is another session's.
    private func isOfOthers(_ type: Type) -> Bool {
        var result = false
        type.parts { part in
            if let nominal = part as? NominalType, nominal.isOfCells, !own.contains(ObjectIdentifier(nominal)) { result = true }
        }
        return result
    }

    /// Follows all that is open until there is no more.
    private func finish() {
        while true {
            if let next = openNominals.popLast() {
                look(next)
            } else if let next = openCallables.popLast() {
                look(next)
            } else if let next = openFunctions.popLast() {
                look(next)
            } else if let next = openCode.popLast() {
                look(next)
            } else if !lookAtConditions() {
                break
            }
        }
    }

    private func lookAtConditions() -> Bool {
        let before = conditional.count
        conditional.removeAll { types, function in
            guard types.allSatisfy(isReached) else { return false }
            self.function(function)
            return true
        }
        for (global, accessors) in environment.observedGlobals where seen.contains(global) {
            function(accessors.get)
            function(accessors.set)
        }
        return conditional.count < before || !openFunctions.isEmpty
    }

    /// Whether all that cells declared in a type is reached.
    func isReached(_ type: Type) -> Bool {
        if !type.mentionsCell && type.isConcrete { return true }
        var result = true
        type.parts { part in
            let id = ObjectIdentifier(part)
            if own.contains(id), !seen.contains(id) { result = false }
        }
        return result
    }

    // MARK: Types

    func type(_ type: Type) {
        guard type.isCounted || !type.isConcrete, isNew(type) else { return }
        for one in type.finalizers { function(one) }
        switch type.kind {
        case .nominal(let nominal, let arguments):
            self.nominal(nominal)
            for argument in arguments { self.type(argument) }
        case .tuple(let elements): for element in elements { self.type(element.type) }
        case .function(let function):
            self.type(function.result)
            if let thrown = function.thrown { self.type(thrown) }
            for parameter in function.parameters { self.type(parameter.type) }
        case .parameter(let parameter): self.parameter(parameter)
        case .metatype(let inner):
            self.type(inner)
        case .existential(let nominal): self.nominal(nominal)
        case .never, .error: break
        }
    }

    private func nominal(_ nominal: NominalType) {
        if isNew(nominal) { openNominals.append(nominal) }
    }

    private func parameter(_ parameter: GenericParameter) {
        guard isNew(parameter) else { return }
        for constraint in parameter.constraints { nominal(constraint) }
        if let base = parameter.base { self.parameter(base) }
        for member in parameter.members.values { self.parameter(member) }
    }

    private func look(_ nominal: NominalType) {
        for parameter in nominal.genericParameters { self.parameter(parameter) }
        if let own = nominal.ownSelf { parameter(own) }
        if let enclosing = nominal.enclosing { self.nominal(enclosing) }
        for type in [nominal.rawType, nominal.superclass] { if let type { self.type(type) } }
        for field in nominal.fields { type(field.type) }
        for part in nominal.cases.flatMap(\.payload) { type(part.type) }
        for function in nominal.methods.values { self.function(function) }
        for type in nominal.associatedDefaults.values { self.type(type) }
        for (parameter, type) in nominal.associatedSameTypes {
            self.parameter(parameter)
            self.type(type)
        }
        for one in nominal.lastingConformances { self.nominal(one) }
        for (parameter, wanted) in nominal.conformanceConditions.values.flatMap({ $0 }) {
            self.parameter(parameter)
            self.nominal(wanted)
        }
        for (type, witnesses) in nominal.witnesses {
            for function in witnesses.all { conditional.append(([type], function)) }
        }
        if let table = environment.tables[ObjectIdentifier(nominal)] { members(table) }
    }

    // MARK: Names

    private func entity(_ entity: Entity) {
        switch entity {
        case .variable(let variable): type(variable.type)
        case .global(let global): self.global(global)
        case .callables(let all): for callable in all { self.callable(callable) }
        case .property(let property): self.property(property)
        case .type(let type): self.type(type)
        case .genericType(let nominal): self.nominal(nominal)
        case .alias(let alias):
            guard isNew(alias) else { return }
            if let type = alias.type { self.type(type) }
            for parameter in alias.parameters { self.parameter(parameter) }
            scope(alias.scope)
        }
    }

    private func scope(_ start: Scope) {
        var current: Scope? = start
        while let scope = current, isNew(scope) {
            for entity in scope.entities.values { self.entity(entity) }
            for type in [scope.selfType, scope.memberType] { if let type { self.type(type) } }
            if let own = scope.selfVariable { type(own.type) }
            for type in scope.substitution?.types.values ?? [:].values { self.type(type) }
            // A cell's top level is not run again.
            if let function = scope.function, !function.name.isEmpty { self.function(function) }
            current = scope.parent
        }
    }

    private func global(_ global: Global) {
        guard isNew(global) else { return }
        value(global.type)
        values?.forEachHeld(by: global, type: { value($0) }, code: { closure($0) })
        if let initializer = global.initializer { function(initializer) }
    }

    private func members(_ table: MemberTable) {
        guard isNew(table) else { return }
        for callable in table.callables.values.flatMap({ $0 }) { self.callable(callable) }
        for property in table.properties.values.flatMap({ $0 }) { self.property(property) }
        for property in table.observed.values { self.property(property) }
        for global in table.statics.values { self.global(global) }
        for entity in table.types.values { self.entity(entity) }
        for callable in table.fieldDefaults.values { self.callable(callable) }
        for callable in table.caseCallables { self.callable(callable) }
        for value in table.rawValues { expression(value) }
        if let callable = table.deinitializer { self.callable(callable) }
        for property in table.dynamicFields.values { self.property(property) }
    }

    private func property(_ property: Property) {
        type(property.type)
        callable(property.getter)
        if let setter = property.setter { callable(setter) }
    }

    private func callable(_ callable: Callable) {
        if isNew(callable) { openCallables.append(callable) }
    }

    private func look(_ callable: Callable) {
        callables.append(callable)
        for parameter in callable.genericParameters { self.parameter(parameter) }
        for (parameter, type) in callable.sameTypes {
            self.parameter(parameter)
            self.type(type)
        }
        for (parameter, wanted) in callable.conformances {
            self.parameter(parameter)
            nominal(wanted)
        }
        for parameter in callable.parameters {
            type(parameter.type)
            if let function = parameter.defaultFunction { self.function(function) }
            if let value = parameter.fieldDefault { self.callable(value) }
        }
        type(callable.result)
        if let thrown = callable.thrown { type(thrown) }
        for one in [callable.root, callable.setterFunction] { if let one { self.callable(one) } }
        for one in [callable.owner, callable.openedOwner] { if let one { nominal(one) } }
        for (types, function) in callable.dynamicFunctions { conditional.append((types, function)) }
        switch callable.implementation {
        case .function(let function): self.function(function)
        case .template(let template):
            guard isNew(template) else { return }
            templates.append(template)
            scope(template.scope)
            if let parent = template.parent { function(parent) }
            for (types, function) in template.instances { conditional.append((types, function)) }
        case .native, .operation, .memberwise, .shortCircuit, .equality, .makeRange, .enumCase, .requirement: break
        }
    }

    // MARK: Trees

    private func function(_ function: Function) {
        if isNew(function) { openFunctions.append(function) }
    }

    private func look(_ function: Function) {
        for variable in function.parameters + function.captures { type(variable.type) }
        type(function.result)
        statements(function.body)
        if let code = function.code.compiled as? CompiledFunction { compiled(code) }
    }

    override func declares(_ function: Function) { self.function(function) }
    override func declares(_ variable: Variable, _ how: Declared) { type(variable.type) }
    override func reads(_ variable: Variable) { type(variable.type) }
    override func writes(_ variable: Variable) { type(variable.type) }
    override func readsGlobal(_ global: Global) { self.global(global) }
    override func writesGlobal(_ global: Global) { self.global(global) }

    override func meets(_ expression: Expression) {
        type(expression.type)
        switch expression.kind {
        case .call(let function, _), .closure(let function), .functionValue(let function): self.function(function)
        case .callNative(_, let types, _): for one in types { type(one) }
        case .callDynamic(let dispatch, _): self.dispatch(dispatch)
        case .bridge(_, let wanted): nominal(wanted)
        case .castOptional(_, let target), .castForced(_, let target), .isType(_, let target): type(target)
        case .chain(_, let variable, _): type(variable.type)
        default: break
        }
    }

    override func changes(_ place: Place) {
        type(place.type)
        for (step, reached) in place.steps {
            type(reached)
            switch step {
            case .computed(let get, let set, _):
                function(get)
                function(set)
            case .native(_, _, let types, _): for one in types { type(one) }
            case .element, .objectField, .arrayElement, .dictionaryElement, .dictionaryDefault, .unwrap: break
            }
        }
    }

    private func dispatch(_ dispatch: Dispatch) {
        guard isNew(dispatch) else { return }
        nominal(dispatch.owner)
        for type in dispatch.arguments { self.type(type) }
        if let declaration = dispatch.declaration as? Callable { callable(declaration) }
        if let opening = dispatch.declaration as? Opening {
            callable(opening.callable)
            parameter(opening.generic)
            for type in [opening.box, opening.result, opening.receiver].compactMap({ $0 }) + opening.substitution.types.values { self.type(type) }
        }
    }

    // MARK: Code

    private func compiled(_ code: CompiledFunction) {
        if isNew(code) { openCode.append(code) }
    }

    private func look(_ code: CompiledFunction) {
        type(code.resultType)
        if let function = code.compiledFor { self.function(function) }
        for pinned in code.pinnedGlobals { global(pinned.global) }
        for mark in code.marks { for variable in mark.variables { type(variable.type) } }
        for object in code.keptAlive {
            switch object {
            case let other as CompiledFunction: compiled(other)
            case let shape as ClosureShape: compiled(shape.compiled)
            case let type as Type: self.type(type)
            case let global as Global: self.global(global)
            case let dispatch as Dispatch: self.dispatch(dispatch)
            case let call as NativeCall: for type in call.typeArguments { self.type(type) }
            case let context as RoutineContext:
                for type in context.types { self.type(type) }
                if let nominal = context.nominal { self.nominal(nominal) }
            default: break
            }
        }
    }
}

extension NominalType {
    /// Those of its conformances that hold on to the protocol: not to one of a cell that was declared, and conformed
    /// to, once more since.
    fileprivate var lastingConformances: [NominalType] {
        conformances.indices.filter { index in
            let one = conformances[index]
            return !one.isDeclaredByCell || !conformances[(index + 1)...].contains { $0.isDeclaredByCell && $0.qualifiedName == one.qualifiedName }
        }.map { conformances[$0] }
    }
}

extension NominalType.Witnesses {
    fileprivate var all: [Function] { [description, debugDescription, equality, errorDescription, hash, call].compactMap { $0 } }
}
