/// Answers the machine's questions about types while a cell runs, as the checker would have.
final class RuntimeResolver: DynamicResolver {
    private let environment: Environment
    private unowned let machine: Machine
    /// Runs what reads and changes the session's names alone.
    var exclusively: (() -> Void) -> Void = { $0() }

    init(_ environment: Environment, _ machine: Machine) {
        self.environment = environment
        self.machine = machine
    }

    func implementation(of dispatch: Dispatch, for type: Type) throws -> Function {
        var found: Result<Function, RuntimeFault>?
        exclusively { found = look(dispatch, type) }
        guard let found else { throw RuntimeFault(.internal, "'\(dispatch.name)' was not looked up") }
        return try found.get()
    }

    func conforms(_ type: Type, to nominal: NominalType) -> Bool {
        var result = false
        exclusively { result = environment.conforms(type, to: nominal) }
        return result
    }

    private func look(_ dispatch: Dispatch, _ type: Type) -> Result<Function, RuntimeFault> {
        if let opening = dispatch.declaration as? Opening {
            return finished(Checker(environment: environment, source: opening.callable.source ?? SourceText(name: "", text: "")), dispatch, type) { $0.opened(opening, type) }
        }
        guard let root = dispatch.declaration as? Callable else {
            return .failure(RuntimeFault(.internal, "'\(dispatch.name)' is not declared any more"))
        }
        return finished(Checker(environment: environment, source: root.source ?? SourceText(name: "", text: "")), dispatch, type) { checker in
            dispatch.owner.form.isProtocol ? checker.witness(root, dispatch, type)
                : dispatch.isOnMetatype ? checker.metatypeOverride(root, dispatch, type) : checker.override(root, dispatch, type)
        }
    }

    /// The function with all that it needs, compiled.
    private func finished(_ checker: Checker, _ dispatch: Dispatch, _ type: Type, _ make: (Checker) -> Function?) -> Result<Function, RuntimeFault> {
        let function = make(checker)
        checker.finishPending()
        environment.made.note(checker.functions, nil)
        if let problem = checker.diagnostics.first(where: { $0.severity == .error }) {
            return .failure(RuntimeFault(.internal, "'\(type).\(dispatch.name)': \(problem.message)"))
        }
        guard let function else {
            return .failure(RuntimeFault(.internal, "'\(type)' has no '\(dispatch.name)'"))
        }
        machine.compile(checker.functions)
        return .success(function)
    }
}

extension Checker {
    /// The member of a class, or of the nearest above it, that replaces the given one.
    func override(_ root: Callable, _ dispatch: Dispatch, _ type: Type) -> Function? {
        var current: Type? = type
        while let here = current, let nominal = here.nominal {
            if let found = environment.memberTable(of: nominal).replacement(of: root) {
                var types = substitution(for: here)
                for (parameter, argument) in zip(found.genericParameters, dispatch.arguments) { types.types[parameter] = argument }
                switch found.implementation {
                case .function(let function): return function
                case .template(let template): return instantiate(template, of: found, types, selfType: here)
                default: return nil
                }
            }
            current = here.superclass
        }
        return nil
    }
}

extension MemberTable {
    /// What of this type's own members takes the place of one above it, or is that one.
    func replacement(of root: Callable) -> Callable? {
        if let found = callables[root.name]?.first(where: { $0.root === root }) { return found }
        for callable in callables["subscript"] ?? [] {
            if let setter = callable.setterFunction, setter.root === root { return setter }
        }
        for property in (properties[root.name] ?? []) + [dynamicFields[root.name]].compactMap({ $0 }) {
            if property.getter.root === root { return property.getter }
            if let setter = property.setter, setter.root === root { return setter }
        }
        return nil
    }
}
