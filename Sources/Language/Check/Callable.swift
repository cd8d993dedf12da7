package import SwiftSyntax

/// Something that can be called by name: a function, method, initialiser, subscript or operator, of a cell or of
/// the library. Its types may still hold generic parameters.
package final class Callable {
    package struct Parameter {
        /// What the caller writes before the colon; nil for `_`.
        package let label: String?
        /// What the body calls it.
        package let name: String
        package let type: Type
        package var isInout = false
        package var isVariadic = false
        package var isEscaping = false
        /// The argument is computed when the function asks for it.
        package var isAutoclosure = false
        /// A closure whose statements each give an element of the array it results in, as `Sequential { … }` takes.
        package var isBuilder = false
        /// Written as a default in the declaration.
        package var defaultValue: ExprSyntax?
        /// The same, for a cell's own function: computed by this.
        package var defaultFunction: Function?

        /// What computes the initial value of a stored property, in the memberwise initialiser, or the default of an
        /// enum's associated value.
        package var fieldDefault: Callable?

        /// Its type is written with `!`.
        package var isImplicit = false

        /// Whether a function that is given may outlive the call: one that takes part as a value of a generic parameter, too.
        var keeps: Bool { isEscaping || isVariadic || type.function == nil }
        /// What the body has under the name: of a variadic parameter an array.
        package var valueType: Type { isVariadic ? .array(type) : type }

        package var hasDefault: Bool { defaultValue != nil || fieldDefault != nil }
    }

    package enum Implementation {
        /// Of a cell, without generic parameters.
        case function(Function)
        /// Of the language's own prelude or a cell, checked anew for each set of types.
        case template(Template)
        case native(NativeFunction)
        case operation(Operation)
        /// A struct's initialiser that takes its stored properties.
        case memberwise
        /// `a && b`, `a || b`: the second only when needed.
        case shortCircuit(isAnd: Bool)
        /// Equality by structure; negated for `!=`.
        case equality(isNegated: Bool)
        /// The bounds make a range value of the result's type.
        case makeRange
        /// An enum's case.
        case enumCase(Int)
        /// What a cell's protocol asks for: found by the type a value has at run time.
        case requirement
    }

    package let name: String
    package var genericParameters: [GenericParameter] = []
    /// Requirements of the form `T == Type`, on parameters of this or of the extended type.
    package var sameTypes: [(GenericParameter, Type)] = []
    /// Requirements of the form `T: Protocol` on the extended type's parameters.
    package var conformances: [(GenericParameter, NominalType)] = []
    package var parameters: [Parameter] = []
    package var result: Type = .void
    package var canThrow = false
    /// The type of all errors it throws, where it says so: `throws(ParseError)`.
    package var thrown: Type?
    /// Throws only when a closure it is given does.
    package var throwsThroughClosures = false
    package var isStatic = false
    package var isMutating = false
    /// Its result's type is written with `!`.
    package var isImplicit = false
    /// Its result is written `some P`, P being a protocol of the library: the body says which type it is.
    package var isOpaque = false
    /// The result as it is written, where that is `some P`.
    var someText: String?
    /// It reads a property.
    package var isGetter = false
    package var isInitializer = false
    /// Marked `override`, `final`, `convenience`, `required`; declared in an extension.
    package var isOverride = false
    package var isFinal = false
    package var isConvenience = false
    /// Leaves the object's own properties to another initialiser: a convenience one, and one of a protocol's extension.
    var handsOver: Bool { isConvenience || owner?.form.isProtocol ?? false }
    package var isRequired = false
    /// Only inside its type, and that one's extensions.
    var isPrivate = false
    package var isInExtension = false
    /// Made by the language: inherited, or there where nothing else is declared.
    package var isSynthesized = false
    /// The result is written as `Self`: of a class it is the receiver's type.
    package var returnsSelf = false
    /// Found at run time by the receiver's type: the member that introduced it, which may be this one.
    package var root: Callable?
    /// On such a member: the lookups, by what its own generic parameters stand for.
    var dispatches: [[Type]: Dispatch] = [:]
    var metatypeDispatches: [[Type]: Dispatch] = [:]
    /// Functions that call it dynamically, by the receiver's static type.
    var dynamicFunctions: [[Type]: Function] = [:]
    /// An initialiser that hands over to another one.
    package var isDelegating = false
    /// What writes through a subscript: (self, arguments…, value).
    package var setter: NativeFunction?
    package var setterFunction: Callable?
    /// The result may be left unused.
    package var isDiscardable = false
    /// The type it is a member of.
    package var owner: NominalType?
    /// The type it is a member of where that type's generic parameters are to be found like its own.
    package var openedOwner: NominalType?
    package var home: NominalType? { owner ?? openedOwner }
    package var implementation: Implementation
    /// What the checker's table says of it.
    package var declaration: Declaration?
    package let source: SourceText?
    package let range: SourceRange

    package init(
        name: String, implementation: Implementation, source: SourceText? = nil,
        range: SourceRange = .none
    ) {
        self.name = name
        self.implementation = implementation
        self.source = source
        self.range = range
    }

    /// A member that the library declares on one of its protocols takes values of cells' types in a box; one that is
    /// written in the cell language, or declared on a protocol of plain values, takes them as they are.
    package var takesReceiverInBox: Bool {
        if case .template = implementation { return false }
        return !(owner?.hasPlainValues ?? false)
    }

    /// `==` of any equatable values, as a function: the operator itself compares without it.
    package var isStructural: Bool {
        if case .native(let native) = implementation { native.name == "structural" } else { false }
    }

    /// How much it asks of its own generic parameters: a protocol asks for all that it inherits from, too.
    func requirementCount(_ environment: Environment) -> Int {
        genericParameters.reduce(conformances.count + sameTypes.count) { count, parameter in
            parameter.constraints.reduce(count) { $0 + 1 + environment.inheritedProtocols(of: $1).count }
        }
    }

    /// A function for an operator: its parameters have no labels.
    package var isOperator: Bool { name.first.map { !$0.isLetter && $0 != "_" } ?? false }

    /// As Swift writes a reference to it: `fit(_:_:epochs:)`.
    package var reference: String {
        if parameters.isEmpty { return "\(name)()" }
        return "\(name)(\(parameters.map { ($0.label ?? "_") + ":" }.joined()))"
    }

    /// As Swift declares it: `func fit(_ x: Tensor, epochs: Int = 1) -> History`.
    package var signature: String {
        let generics =
            genericParameters.isEmpty
            ? "" : "<\(genericParameters.map(\.name).joined(separator: ", "))>"
        let inside = parameters.map { parameter in
            let names =
                parameter.label == parameter.name
                ? parameter.name : "\(parameter.label ?? "_") \(parameter.name)"
            let value = parameter.defaultValue.map { " = \($0.trimmedDescription)" } ?? ""
            return
                "\(names): \(parameter.isInout ? "inout " : "")\(parameter.type)\(parameter.isVariadic ? "..." : "")\(value)"
        }
        let head = isInitializer ? "init" : name == "subscript" ? "subscript" : "func \(name)"
        let arrow = result.isVoid || isInitializer ? "" : " -> \(result)"
        return
            "\(isStatic ? "static " : "")\(isMutating ? "mutating " : "")\(head)\(generics)(\(inside.joined(separator: ", ")))\(throwsThroughClosures ? " rethrows" : canThrow ? " throws\(thrown.map { "(\($0))" } ?? "")" : "")\(arrow)"
    }
}

/// A function's source, to be checked for given types.
package final class Template {
    package let body: CodeBlockItemListSyntax
    package let parameterNames: [String]
    package let source: SourceText
    package let range: SourceRange
    /// Where names in the body are looked up after its own.
    package let scope: Scope
    /// Makes the body in place of statements: what Swift adds by itself.
    var builder: ((Checker, Function, Scope) -> [Statement])?
    /// The function it is declared in.
    var parent: Function?
    /// Its body names `Self`.
    private(set) lazy var speaksOfSelf = body.tokens(viewMode: .sourceAccurate).contains { $0.tokenKind == .keyword(.Self) }
    /// What names in the body mean, as far as that was asked; only of bodies that are `isOpen`: a cell's, and generic.
    var names: SettledNames?
    var isOpen = false
    /// The functions made so far, by what their generic parameters stood for.
    package var instances: [[Type]: Function] = [:]
    /// What is known of bodies that differ only in the cells' types: by the types, those of cells being unknown ones.
    var shared: [[Type]: SharedBody] = [:]

    package init(
        body: CodeBlockItemListSyntax, parameterNames: [String], source: SourceText,
        range: SourceRange, scope: Scope
    ) {
        self.body = body
        self.parameterNames = parameterNames
        self.source = source
        self.range = range
        self.scope = scope
    }
}

/// A computed or static property: what reads it and, where it can be assigned, what writes it.
package final class Property {
    package let name: String
    package let type: Type
    package var isStatic = false
    /// Takes self (nothing when static).
    package var getter: Callable
    /// Takes self (or its address) and the value.
    package var setter: Callable?
    package var declaration: Declaration?

    package init(name: String, type: Type, getter: Callable) {
        self.name = name
        self.type = type
        self.getter = getter
    }
}
