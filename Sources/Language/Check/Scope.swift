/// What a name stands for.
package enum Entity {
    case variable(Variable)
    case global(Global)
    case callables([Callable])
    /// A value of the library computed when asked for: `plt`.
    case property(Property)
    case type(Type)
    /// A generic type without its arguments.
    case genericType(NominalType)
    case alias(TypeAlias)
}

/// The names of a stretch of code, inside those of the code around it.
package final class Scope {
    package let parent: Scope?
    /// The function whose frame holds variables declared here; nil outside functions.
    package let function: Function?
    @exclusivity(unchecked) package var entities: [String: Entity] = [:]
    /// Where a `let` or `var` statement declares a name here.
    var statementNames: [String: SourceRange] = [:]
    /// Names that statements of a function declare here, some of them further down.
    var laterNames: Set<String> = []
    /// Names that stand for an element of a tuple that a closure was given whole.
    @exclusivity(unchecked) var spreads: [String: (Variable, Int)] = [:]
    /// `self` and its type, in a type's members.
    @exclusivity(unchecked) package var selfType: Type?
    @exclusivity(unchecked) package var selfVariable: Variable?
    /// `self` as a closure's capture list took it.
    @exclusivity(unchecked) var capturedSelf: Variable?
    /// Members of this type are in sight without `self.`, even where there is no `self`.
    @exclusivity(unchecked) package var memberType: Type?
    /// Whose member a function is that was made for a type.
    var owner: NominalType?
    /// A protocol's member made for a type: the type's own name does not mean it with its own arguments.
    var isOfProtocol = false
    /// `Self` is the type that a protocol's member is used with, whatever class the object has.
    var isSelfStatic = false
    /// The generic parameters of the function, and of the type or protocol it is a member of, with what they are asked
    /// to conform to: set with `substitution`.
    var asked: (parameters: [GenericParameter], conformances: [(GenericParameter, NominalType)], protocolType: NominalType?)?
    /// What generic parameters stand for inside: set where a generic function's body is checked for given types.
    @exclusivity(unchecked) var substitution: Substitution?

    package init(parent: Scope?, function: Function?) {
        self.parent = parent
        self.function = function
    }

    /// What a name stands for here; most scopes have no names, and asking an empty table costs a hash.
    @inline(__always)
    func entity(_ name: String) -> Entity? { entities.isEmpty ? nil : entities[name] }

    /// Whether generic parameters around are bound to types.
    var substitutionInSight: Substitution? {
        var scope: Scope? = self
        while let current = scope {
            if let substitution = current.substitution { return substitution }
            scope = current.parent
        }
        return nil
    }

    /// The type that declares the member around here, where that was made for some type.
    var ownerInSight: NominalType? {
        var scope: Scope? = self
        while let current = scope {
            if let owner = current.owner { return owner }
            scope = current.parent
        }
        return nil
    }

    /// The `self` that a capture list or `guard let self` made here, through which members are reached.
    var ownSelf: (variable: Variable, type: Type)? {
        if let capturedSelf { return (capturedSelf, capturedSelf.type.referent ?? capturedSelf.type) }
        if selfVariable == nil, case .variable(let variable)? = entity("self"), variable.type.isClass { return (variable, variable.type) }
        return nil
    }

    /// The nearest of these, where no function with a `self` of its own lies between.
    var nearestOwnSelf: (variable: Variable, type: Type)? {
        var scope: Scope? = self
        while let current = scope {
            if let own = current.ownSelf { return own }
            if current.selfVariable != nil { return nil }
            scope = current.parent
        }
        return nil
    }

    /// `self` where a capture list, or `guard let self`, made a variable of it.
    var namedSelf: Variable? {
        var scope: Scope? = self
        while let current = scope {
            if current.selfVariable != nil { return nil }
            if case .variable(let variable)? = current.entity("self") { return variable }
            scope = current.parent
        }
        return nil
    }

    /// The nearest scope from here out that has a `self`.
    package var nearestSelf: (variable: Variable, type: Type)? {
        var scope: Scope? = self
        while let current = scope {
            if case .variable(let variable)? = current.entity("self"), variable.type.isClass { return (variable, variable.type) }
            if let variable = current.selfVariable, let type = current.selfType {
                return (variable, type)
            }
            scope = current.parent
        }
        return nil
    }

    /// Whether `Self` here means a type, and not what the object around says at run time.
    var staticSelfInSight: Bool {
        var scope: Scope? = self
        while let current = scope {
            if current.selfVariable != nil { return current.isSelfStatic }
            scope = current.parent
        }
        return false
    }

    /// The types of the variables of functions that are in sight here.
    var localTypes: [String: ObjectIdentifier] {
        var types: [String: ObjectIdentifier] = [:]
        var scope: Scope? = self
        while let current = scope {
            for (name, entity) in current.entities where types[name] == nil {
                if case .variable(let variable) = entity { types[name] = ObjectIdentifier(variable.type) }
            }
            scope = current.parent
        }
        return types
    }

    /// Adds a function beside others of its name.
    package func add(_ callable: Callable) {
        if case .callables(let others)? = entities[callable.name] {
            entities[callable.name] = .callables(others + [callable])
        } else {
            entities[callable.name] = .callables([callable])
        }
    }
}
