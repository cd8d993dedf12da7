/// A reference that keeps nothing.
struct Weak<Object: AnyObject> {
    weak var object: Object?

    init(_ object: Object) { self.object = object }
}

/// What the cells of a session made: types, functions, generic parameters and the scopes of their names. They refer to
/// each other in circles, so that nothing goes by itself once a name stands for something else.
struct Made {
    private(set) var nominals: [NominalType] = []
    private(set) var functions: [Weak<Function>] = []
    private(set) var parameters: [Weak<GenericParameter>] = []
    private(set) var scopes: [Weak<Scope>] = []
    /// How many they were when what nothing reaches was last looked for.
    private var kept = 0

    private var count: Int { nominals.count + functions.count + parameters.count + scopes.count }

    /// Looking through a session takes time that grows with it: it is done when there is twice as much as was kept.
    var isWorthALook: Bool { count > max(Made.fewest, 2 * kept) }

    /// What may lie there unused.
    static let fewest = 256

    var identities: Set<ObjectIdentifier> {
        Set(nominals.map { ObjectIdentifier($0) } + parameters.compactMap { $0.object.map { ObjectIdentifier($0) } })
    }

    /// The variables that are there for the sake of declarations: those of cells with declarations, and static ones.
    func globals(_ environment: Environment) -> [Global] {
        let named = scopes.flatMap { $0.object.map { Array($0.entities.values) } ?? [] }.compactMap { entity in
            if case .global(let global) = entity { global } else { nil as Global? }
        }
        return named + nominals.flatMap { environment.tables[ObjectIdentifier($0)].map { Array($0.statics.values) } ?? [] }
    }

    mutating func note(_ nominal: NominalType) { nominals.append(nominal) }

    mutating func note(_ parameter: GenericParameter) { parameters.append(Weak(parameter)) }

    mutating func note(_ functions: [Function], _ scope: Scope?) {
        self.functions += functions.map { Weak($0) }
        if let scope, !scope.entities.isEmpty { scopes.append(Weak(scope)) }
    }

    /// Keeps what is reached; gives the rest.
    mutating func sweep(_ isReached: (AnyObject) -> Bool) -> Unreached {
        func split<Object>(_ all: inout [Weak<Object>]) -> [Object] {
            let gone = all.compactMap { $0.object.flatMap { isReached($0) ? nil : $0 } }
            all.removeAll { $0.object.map { !isReached($0) } ?? true }
            return gone
        }
        var gone = Unreached()
        gone.nominals = nominals.filter { !isReached($0) }
        nominals.removeAll { !isReached($0) }
        gone.functions = split(&functions)
        gone.parameters = split(&parameters)
        gone.scopes = split(&scopes)
        kept = count
        return gone
    }
}

/// What of a session nothing reaches.
struct Unreached {
    var nominals: [NominalType] = []
    var functions: [Function] = []
    var parameters: [GenericParameter] = []
    var scopes: [Scope] = []
}

extension Checker {
    /// A generic parameter of a declaration; one of a cell's goes when nothing reaches it.
    func genericParameter(_ name: String, constraints: [NominalType] = []) -> GenericParameter {
        let parameter = GenericParameter(name: name, constraints: constraints)
        environment.noteTypeName(name)
        if cellScope != nil { environment.made.note(parameter) }
        return parameter
    }
}

extension Type {
    /// The named types and generic parameters inside, and those inside of them.
    func parts(_ body: (AnyObject) -> Void) {
        switch kind {
        case .nominal(let nominal, let arguments):
            body(nominal)
            for argument in arguments { argument.parts(body) }
        case .tuple(let elements): for element in elements { element.type.parts(body) }
        case .function(let function):
            function.result.parts(body)
            function.thrown?.parts(body)
            for parameter in function.parameters { parameter.type.parts(body) }
        case .parameter(let parameter):
            var current: GenericParameter? = parameter
            while let here = current {
                body(here)
                // A protocol's `Self` is its own.
                for constraint in here.constraints { body(constraint) }
                current = here.base
            }
        case .metatype(let type): type.parts(body)
        case .existential(let nominal): body(nominal)
        case .never, .error: break
        }
    }

    /// Whether a slot of a value may hold a type that is not known from the value's own: `any Shape.Type`.
    var mayHoldTypes: Bool {
        var seen: Set<Type> = []
        func look(_ type: Type) -> Bool {
            guard seen.insert(type).inserted else { return false }
            switch type.kind {
            // One of a struct is always the same.
            case .metatype(let inner): return inner.isExistential || inner.isClass || !inner.isConcrete
            case .tuple(let elements): return elements.contains { look($0.type) }
            case .nominal(let nominal, let arguments):
                return arguments.contains(where: look) || nominal.fields.contains { look($0.type) }
                    || nominal.cases.contains { $0.payload.contains { look($0.type) } } || nominal.superclass.map(look) ?? false
            case .function, .existential, .parameter, .never, .error: return false
            }
        }
        return look(self)
    }

    /// A value of the language is the type itself.
    func noteNamedByValue() {
        guard mentionsCell else { return }
        parts { ($0 as? NominalType)?.isNamedByValue = true }
    }
}
