/// An expression whose type is known, with everything implicit written out: conversions, unwrapping, captures.
package final class Expression {
    package indirect enum Kind {
        // Literals
        /// Of type Int, Double (use `floating`) never; fixed-width integers too.
        case integer(Int)
        /// Of type Double or Float.
        case floating(Double)
        case boolean(Bool)
        /// Of type String or Character.
        case string(String)
        /// `nil` of an optional type.
        case none
        /// Text and values in turn; each value is described as `String(describing:)` does.
        case interpolation([Expression])

        // Names
        case variable(Variable)
        case global(Global)

        // Values made of values
        /// A tuple's elements, or all stored properties of a struct in order.
        case aggregate([Expression])
        /// Element of a tuple, stored property of a struct, bound of a range.
        case element(Expression, Int)
        /// Stored property of a class instance.
        case objectField(Expression, Int)
        case array([Expression])
        case dictionary([(key: Expression, value: Expression)])
        /// The bounds of a range; half-open and closed ones fault when lower > upper.
        case range([Expression])

        // Operations
        case operation(Operation, [Expression])
        case and(Expression, Expression)
        case or(Expression, Expression)
        case conditional(Expression, Expression, Expression)
        /// `a ?? b`; b is evaluated only when a is nil. b's type is the expression's: wrapped or optional.
        case coalesce(Expression, Expression)
        /// T to T?
        case wrap(Expression)
        /// `x!`; faults on nil.
        case unwrap(Expression)
        /// `base?.rest`: binds the unwrapped base to the variable and evaluates the rest (already of the whole's
        /// optional type), or gives nil.
        case chain(Expression, Variable, Expression)
        /// `x == nil`
        case isNone(Expression)
        /// Structural equality of any equatable type: arrays, tuples, optionals, structs, strings, natives.
        case equal(Expression, Expression)

        // Calls. An argument for an inout parameter is `.address`.
        case call(Function, [Expression])
        case callValue(Expression, [Expression])
        case callNative(NativeFunction, typeArguments: [Type], [Expression])
        /// Only as an argument: where the place is, for an inout parameter.
        case address(Place)
        /// A closure; what it captures is in the function.
        case closure(Function)
        /// A function's name used as a value.
        case functionValue(Function)
        /// The value becomes `any Protocol`: a box with its type.
        case existential(Expression)
        /// A value of a cell's type handed to the library as one of its protocols (a struct as `any Layer`).
        case bridge(Expression, NominalType)
        /// `x as? T` gives an optional, `x as! T` the value, `x is T` a Bool; x is an existential or a class.
        case castOptional(Expression, Type)
        case castForced(Expression, Type)
        case isType(Expression, Type)
        /// A class instance made, its fields initialised.
        case makeObject([Expression])
        /// A class instance whose stored properties have no value yet.
        case allocateObject
        /// An object is complete: from here on its `deinit` runs when it goes. Void.
        case armObject(Expression)
        /// A call of what the dynamic type of the first argument, an object, existential or metatype, has for a method.
        case callDynamic(Dispatch, [Expression])
        /// The value in an existential that is known to hold one of the expression's type.
        case unboxed(Expression)
        /// The type that a value has at run time, as a metatype.
        case dynamicType(Expression)
        /// Whether two objects (or optionals of such) are the same one.
        case identical(Expression, Expression)
        /// An optional object as a weak reference to it.
        case makeWeak(Expression)
        /// The object behind a weak reference: an optional; or the object itself of an unowned one, faulting once it
        /// is gone.
        case loadWeak(Expression)
        /// An enum's value: case index and payload.
        case enumCase(Int, [Expression])

        // Effects; their type is Void.
        case assign(Place, Expression)
        /// `place op= value` where the operation takes (old, value).
        case modify(Place, Operation, Expression)
        /// Statements, then a value.
        case block([Statement], Expression)
        /// A value that is not used.
        case discard(Expression)
        /// Stands behind something that never returns: all slots 0.
        case unreachable
        /// A type's name where a value is expected: a metatype, no slots.
        case type
    }

    package let kind: Kind
    package let type: Type
    package let range: SourceRange
    /// An optional that was declared with `!`: unwrapped wherever an optional does not do.
    package var isImplicit = false

    package init(_ kind: Kind, _ type: Type, _ range: SourceRange) {
        self.kind = kind
        self.type = type
        self.range = range
    }
}

/// What can be assigned to: a root and the way from it.
package struct Place {
    package indirect enum Root {
        case variable(Variable)
        case global(Global)
        /// A reference to an object (class instance or native): what lies behind it changes, not the reference.
        case value(Expression)
    }

    package enum Step {
        /// Element of a tuple or stored property of a struct.
        case element(Int)
        /// Stored property of the class instance reached so far.
        case objectField(Int)
        /// `array[index]`; faults when the index is out of range.
        case arrayElement(Expression)
        /// `dictionary[key]`, an optional.
        case dictionaryElement(Expression)
        /// `dictionary[key, default: value]`; the value is evaluated only where the key is not there.
        case dictionaryDefault(Expression, default: Expression)
        /// `x!` or `x?` already known to be some; faults on nil.
        case unwrap
        /// A computed property or subscript of cell code: get(self, arguments) and set(&self, arguments, value).
        case computed(get: Function, set: Function, [Expression])
        /// The same of the library: get(self, arguments…), set(self or &self, arguments…, value); `set` says by its
        /// first parameter's `isInout` whether it wants the address of self.
        case native(
            get: NativeFunction, set: NativeFunction, typeArguments: [Type], [Expression])
    }

    package let root: Root
    /// Each step with the type of what it reaches.
    package let steps: [(step: Step, type: Type)]
    package let type: Type
    package let range: SourceRange
    /// Reached through `super`: accessors are those of the class above.
    package var isSuper = false
    /// It holds an optional that was declared with `!`.
    package var isImplicit = false

    package init(root: Root, steps: [(step: Step, type: Type)], type: Type, range: SourceRange) {
        self.root = root
        self.steps = steps
        self.type = type
        self.range = range
    }
}
