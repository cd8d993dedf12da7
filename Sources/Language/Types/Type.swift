import Synchronization

/// A type as the checker sees it. Types are interned: two equal types are the same object, so `===` compares.
package final class Type: Hashable, @unchecked Sendable, CustomStringConvertible {
    package indirect enum Kind: Hashable {
        /// A named type with its generic arguments: `Int`, `Array<Double>`, a cell's own struct, `Tensor`.
        case nominal(NominalType, [Type])
        /// A tuple; `()` is Void. Labels are "" where there are none.
        case tuple([TupleElement])
        case function(FunctionType)
        /// A generic parameter inside the declaration that has it.
        case parameter(GenericParameter)
        /// The type of a type's name: `Int.self`.
        case metatype(Type)
        /// A value of any type that conforms to a protocol.
        case existential(NominalType)
        /// What never returns.
        case never
        /// Stands where an error was already reported; agrees with everything.
        case error
    }

    package struct TupleElement: Hashable {
        package let label: String
        package let type: Type

        package init(label: String, type: Type) {
            self.label = label
            self.type = type
        }
    }

    package struct FunctionType: Hashable {
        package let parameters: [Parameter]
        package let result: Type
        package let canThrow: Bool
        /// The type of all errors it throws, where it says so: `throws(ParseError)`; nil where that is any error.
        package let thrown: Type?

        package init(parameters: [Parameter], result: Type, canThrow: Bool, thrown: Type? = nil) {
            self.parameters = parameters
            self.result = result
            self.canThrow = canThrow
            self.thrown = canThrow && !(thrown?.isAnyError ?? false) ? thrown : nil
        }

        func with(result: Type) -> FunctionType { FunctionType(parameters: parameters, result: result, canThrow: canThrow, thrown: thrown) }

        /// The elements of the one tuple that it takes, as parameters of their own; nil where it takes something else.
        func spread(over count: Int) -> [Parameter]? {
            guard count > 1, parameters.count == 1, let elements = parameters[0].type.tupleElements, elements.count == count else { return nil }
            return elements.map { Parameter(type: $0.type) }
        }

        /// Whether a call has to be marked with `try`: not that of a function that throws errors of type Never.
        package var throwsErrors: Bool { canThrow && !(thrown?.isNever ?? false) }
    }

    package struct Parameter: Hashable {
        /// Of a variadic parameter the array that its arguments make.
        package let type: Type
        package var isInout: Bool = false
        package var isVariadic: Bool = false

        func with(_ type: Type) -> Parameter { Parameter(type: type, isInout: isInout, isVariadic: isVariadic) }
    }

    package let kind: Kind
    /// How a value lies in slots. Not to be asked of a type that still has generic parameters.
    package private(set) lazy var layout: Layout = Layout(of: self)
    /// How many slots a value takes.
    package private(set) lazy var slotCount: Int = layout.count
    /// Whether values are the library's own objects.
    package var isNative: Bool {
        if wasNative { return true }
        guard case .native? = nominal?.form else { return false }
        wasNative = true
        return true
    }
    /// Kept, because models are asked at every step.
    @exclusivity(unchecked) private var wasNative = false
    /// Whether a generic parameter or an error is somewhere inside.
    package let isConcrete: Bool
    /// Whether a type that a cell declared is somewhere inside.
    let mentionsCell: Bool
    /// Whether one of the types of which nothing is known (see `SharedBody`) is somewhere inside.
    let mentionsUnknown: Bool
    /// Whether what holds its values is counted: they, or what is in them, may be of a type that a cell declared.
    let isCounted: Bool
    /// The bodies of `deinit` that run when an instance of the class goes, its own first; set where the first
    /// instance is made.
    package var finalizers: [Function] = []
    /// What holds values of the type without saying so in the tree or in code: blocks of the heap, and values that the
    /// library keeps.
    @exclusivity(unchecked) private(set) var holders = 0
    /// How the stored properties of a class's instance lie; set where the first instance is made.
    @exclusivity(unchecked) var objectLayout: UnsafePointer<LayoutDescriptor>?

    @inline(__always) func hold() { if isCounted { holders &+= 1 } }
    @inline(__always) func letGo() { if isCounted { holders &-= 1 } }

    private init(_ kind: Kind) {
        self.kind = kind
        isConcrete =
            switch kind {
            case .nominal(_, let arguments): arguments.allSatisfy(\.isConcrete)
            case .tuple(let elements): elements.allSatisfy(\.type.isConcrete)
            case .function(let function):
                function.result.isConcrete && function.parameters.allSatisfy(\.type.isConcrete) && function.thrown?.isConcrete ?? true
            case .parameter, .error: false
            case .metatype(let type): type.isConcrete
            case .existential(let nominal): nominal.openSameTypes == nil
            case .never: true
            }
        mentionsCell =
            switch kind {
            case .nominal(let nominal, let arguments): nominal.isOfCells || arguments.contains(where: \.mentionsCell)
            case .tuple(let elements): elements.contains(where: \.type.mentionsCell)
            case .function(let function):
                function.result.mentionsCell || function.parameters.contains(where: \.type.mentionsCell) || function.thrown?.mentionsCell ?? false
            case .metatype(let type): type.mentionsCell
            case .existential(let nominal): nominal.isOfCells
            case .parameter, .error, .never: false
            }
        mentionsUnknown =
            switch kind {
            case .nominal(let nominal, let arguments): nominal.isUnknown || arguments.contains(where: \.mentionsUnknown)
            case .tuple(let elements): elements.contains(where: \.type.mentionsUnknown)
            case .function(let function):
                function.result.mentionsUnknown || function.parameters.contains(where: \.type.mentionsUnknown) || function.thrown?.mentionsUnknown ?? false
            case .metatype(let type): type.mentionsUnknown
            case .existential, .parameter, .error, .never: false
            }
        let hasMetatype =
            switch kind {
            case .nominal(_, let arguments): arguments.contains(where: \.isCounted)
            case .tuple(let elements): elements.contains(where: \.type.isCounted)
            case .function(let function): function.result.isCounted || function.parameters.contains(where: \.type.isCounted)
            case .metatype: true
            case .existential, .parameter, .error, .never: false
            }
        isCounted = mentionsCell || hasMetatype
    }

    /// Whether all that the layout depends on is known.
    package var isComplete: Bool {
        switch kind {
        case .nominal(let nominal, let arguments):
            nominal.isComplete && arguments.allSatisfy(\.isComplete)
        case .tuple(let elements): elements.allSatisfy(\.type.isComplete)
        default: true
        }
    }

    private static let table = Mutex<[Kind: Type]>([:])

    package static func make(_ kind: Kind) -> Type {
        if let known = table.withLock({ $0[kind] }) { return known }
        let type = Type(kind)
        // The layout is computed before anybody else sees the type, so that no two threads ever compute it; that of a
        // struct whose stored properties are still being read is asked for when they are known.
        if type.isConcrete, type.isComplete { _ = type.layout }
        return table.withLock { table in
            if let known = table[kind] { return known }
            table[kind] = type
            return type
        }
    }

    /// The types that something holds, of those whose holders are counted.
    static func held() -> [Type] {
        table.withLock { table in table.values.filter { $0.holders > 0 } }
    }

    /// Forgets types: the next one that is made alike is another one. A type in which neither a cell's type nor a
    /// generic parameter is somewhere inside is not asked about.
    ///
    /// - Returns: the types, which have to last as long as blocks of them.
    static func forget(where isGone: (Type) -> Bool) -> [Type] {
        let gone = table.withLock { table in
            let gone = table.values.filter { ($0.mentionsCell || !$0.isConcrete) && isGone($0) }
            for type in gone { table[type.kind] = nil }
            return gone
        }
        for type in gone { type.finalizers = [] }
        return gone
    }

    /// How many types are known.
    package static var count: Int { table.withLock { $0.count } }

    package static func == (a: Type, b: Type) -> Bool { a === b }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}

/// A generic parameter: `Element`, `T`. Identity is what counts.
package final class GenericParameter: Hashable, @unchecked Sendable {
    package let name: String
    /// Protocols it must conform to.
    package var constraints: [NominalType]
    /// Its associated types that a signature names: `S.Element` by "Element". Known as soon as it is.
    package private(set) var members: [String: GenericParameter] = [:]
    /// What it is an associated type of, and under which name.
    package private(set) weak var base: GenericParameter?
    package let memberName: String

    package init(name: String, constraints: [NominalType] = [], memberName: String = "") {
        self.name = name
        self.constraints = constraints
        self.memberName = memberName
    }

    /// The associated type of that name.
    package func member(_ name: String) -> GenericParameter {
        if let known = members[name] { return known }
        let member = GenericParameter(name: "\(self.name).\(name)", memberName: name)
        member.base = self
        members[name] = member
        return member
    }

    /// Its associated types and theirs, in a fixed order.
    package var allMembers: [GenericParameter] {
        members.sorted { $0.key < $1.key }.flatMap { [$0.value] + $0.value.allMembers }
    }

    package static func == (a: GenericParameter, b: GenericParameter) -> Bool { a === b }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}
