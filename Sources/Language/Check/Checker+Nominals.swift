import SwiftSyntax

/// A type that a cell declares, while it is being made known.
final class NominalDeclaration {
    let nominal: NominalType
    let syntax: DeclSyntax
    let parts: NominalParts
    /// Inside it: its generic parameters by name, its members in sight.
    let scope: Scope
    /// With its own generic parameters as arguments.
    let type: Type
    var fields: [FieldDraft] = []
    var hasWrongField: Bool { fields.contains(where: \.isWrong) }

    /// Where a stored property of its own lies among all of them, inherited ones first.
    func slot(_ index: Int, _ type: Type) -> Int { index + (type.superclass?.fields.count ?? 0) }

    init(_ nominal: NominalType, _ syntax: DeclSyntax, _ parts: NominalParts, in outer: Scope) {
        self.nominal = nominal
        self.syntax = syntax
        self.parts = parts
        type =
            nominal.form.isProtocol
            ? .make(.existential(nominal))
            : .make(.nominal(nominal, nominal.genericParameters.map { .make(.parameter($0)) }))
        scope = Scope(parent: outer, function: nil)
        scope.memberType = type
        if nominal.form.isProtocol { scope.entities["Self"] = .type(.make(.parameter(nominal.selfParameter))) }
        for parameter in nominal.genericParameters.dropFirst(nominal.inheritedParameterCount) {
            scope.entities[parameter.name] = .type(.make(.parameter(parameter)))
        }
    }
}

/// What the declarations of structs, enums and classes have in common.
struct NominalParts {
    let form: NominalType.Form
    let keyword: TokenSyntax
    let name: TokenSyntax
    let generics: GenericParameterClauseSyntax?
    let inheritance: InheritanceClauseSyntax?
    let requirements: GenericWhereClauseSyntax?
    let block: MemberBlockSyntax
    let modifiers: DeclModifierListSyntax
}

extension DeclSyntax {
    /// Nil for what declares no type.
    var nominalParts: NominalParts? {
        switch self.as(DeclSyntaxEnum.self) {
        case .structDecl(let syntax):
            NominalParts(
                form: .structure, keyword: syntax.structKeyword, name: syntax.name, generics: syntax.genericParameterClause,
                inheritance: syntax.inheritanceClause, requirements: syntax.genericWhereClause, block: syntax.memberBlock,
                modifiers: syntax.modifiers)
        case .enumDecl(let syntax):
            NominalParts(
                form: .enumeration, keyword: syntax.enumKeyword, name: syntax.name, generics: syntax.genericParameterClause,
                inheritance: syntax.inheritanceClause, requirements: syntax.genericWhereClause, block: syntax.memberBlock,
                modifiers: syntax.modifiers)
        case .protocolDecl(let syntax):
            NominalParts(
                form: .protocolType, keyword: syntax.protocolKeyword, name: syntax.name, generics: nil,
                inheritance: syntax.inheritanceClause, requirements: syntax.genericWhereClause, block: syntax.memberBlock,
                modifiers: syntax.modifiers)
        case .classDecl(let syntax):
            NominalParts(
                form: .reference, keyword: syntax.classKeyword, name: syntax.name, generics: syntax.genericParameterClause,
                inheritance: syntax.inheritanceClause, requirements: syntax.genericWhereClause, block: syntax.memberBlock,
                modifiers: syntax.modifiers)
        default: nil
        }
    }
}

/// Types and extensions of a cell: names first, then what they are made of, then members, so that they may refer to
/// each other in any order.
extension Checker {
    ///
    /// - Returns: what looks whether the types conform to what they say they do, once functions are known, too.
    func hoistTypes(_ items: CodeBlockItemListSyntax) -> () -> Void {
        var types: [NominalDeclaration] = []
        var extensions: [ExtensionDraft] = []
        let declarations = items.compactMap { item -> DeclSyntax? in
            if case .decl(let declaration) = item.item { return declaration }
            return nil
        }
        for declaration in declarations {
            if !isCellScope, let parts = declaration.nominalParts, let around = genericFunctionAround {
                error("type '\(parts.name.text)' cannot be nested in generic function '\(around)'", at: parts.name.sourceRange)
            }
            declareType(declaration, in: scope, enclosing: nil, into: &types)
        }

        for declaration in declarations {
            guard let syntax = declaration.as(ExtensionDeclSyntax.self), isCellScope, let draft = openExtension(syntax) else { continue }
            for member in syntax.memberBlock.members {
                declareType(member.decl, in: draft.scope, enclosing: draft.nominal, into: &types)
            }
            extensions.append(draft)
        }
        defer {
            for case let alias? in declarations.map({ $0.as(TypeAliasDeclSyntax.self) }) {
                if case .alias(let known)? = scope.entities[Checker.plainName(alias.name.text)], !known.isBeingResolved { _ = resolve(known) }
            }
        }
        if types.isEmpty && extensions.isEmpty { return {} }
        let outerDeclaring = declaring
        declaring += types
        defer { declaring = outerDeclaring }
        for type in types where !type.nominal.form.isProtocol { constrain(type) }
        for type in types { inScope(of: type) { conformances(of: type.nominal, type.parts.inheritance, conditions: [], at: type.parts.name.sourceRange) } }
        for draft in extensions {
            inScope(draft.scope) { conformances(of: draft.nominal, draft.syntax.inheritanceClause, conditions: draft.conformances, at: draft.syntax.extendedType.sourceRange) }
        }
        reportCircles(among: types)
        let extendsLibrary = extensions.contains { !$0.nominal.isDeclaredByCell }
        if extendsLibrary { environment.journal?.extendsLibrary = true }
        environment.forgetConformances(includingLibrary: extendsLibrary)
        for type in types where type.nominal.form.isProtocol { constrainAssociatedTypes(of: type) }
        for type in types where type.nominal.form.isProtocol { declareRequirements(of: type) }
        let protocols = types.filter(\.nominal.form.isProtocol)
        types.removeAll(where: \.nominal.form.isProtocol)
        defer { for one in protocols { environment.memberTable(of: one.nominal).hasMemberwise = true } }
        for type in types { inScope(of: type) { enumCases(of: type) } }
        for type in types { inScope(of: type) { draftFields(of: type) } }
        for type in types where contains(type.type, type.nominal) {
            if case .enumeration = type.nominal.form {
                error("recursive enum '\(type.type)' is not marked 'indirect'", at: type.parts.name.sourceRange, help: "write 'indirect' in front of 'enum'")
            } else {
                error("value type '\(type.nominal.name)' cannot have a stored property that recursively contains it", at: type.parts.name.sourceRange)
            }
            type.nominal.fields = []
            type.nominal.cases = []
            type.fields = []
        }
        for type in types where type.fields.allSatisfy({ $0.type != nil }) { completeFields(of: type) }
        for type in types { declareMembers(of: type) }
        for draft in extensions { declareMembers(of: draft) }
        var unlinked = superclassesFirst(types.filter { $0.nominal.form.isReference })
        linkClasses(&unlinked)
        inferFields(of: types.filter { !$0.nominal.isFieldsKnown }, linking: &unlinked)
        environment.forgetConformances(includingLibrary: extendsLibrary)
        for type in types { noteRealizable(type.nominal) }
        for draft in extensions { noteRealizable(draft.nominal) }
        return { [self, types] in
            for type in types {
                checkRequirements(type.nominal, at: type.parts.name.sourceRange)
                checkWitnesses(type.nominal, at: type.parts.name.sourceRange)
            }
            for draft in extensions where draft.syntax.inheritanceClause != nil && !draft.nominal.form.isProtocol && !types.contains(where: { $0.nominal === draft.nominal }) {
                checkRequirements(draft.nominal, at: draft.syntax.extendedType.sourceRange)
                checkWitnesses(draft.nominal, at: draft.syntax.extendedType.sourceRange)
            }
        }
    }

    /// A class after those it inherits from.
    private func superclassesFirst(_ types: [NominalDeclaration]) -> [NominalDeclaration] {
        func depth(_ nominal: NominalType) -> Int {
            var depth = 0
            var current = nominal.superclass?.nominal
            while let here = current, depth < 1000 {
                depth += 1
                current = here.superclass?.nominal
            }
            return depth
        }
        return types.map { ($0, depth($0.nominal)) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    func inScope<Result>(_ inner: Scope, _ body: () -> Result) -> Result {
        let outer = scope
        scope = inner
        defer { scope = outer }
        return body()
    }

    func inScope<Result>(of declaration: NominalDeclaration, _ body: () -> Result) -> Result {
        inScope(declaration.scope, body)
    }

    // MARK: Names

    /// The function whose generic parameters, or those of the type around it, stand for types here.
    private var genericFunctionAround: String? {
        guard scope.substitutionInSight != nil, !function.isInLibrary else { return nil }
        var around: Function? = function
        while let here = around, here.name == "closure" { around = here.parent }
        return around.map { one in one.parameters.contains { $0.name != "self" } ? one.name : "\(one.name)()" }
    }

    /// Makes the name of a type, of those inside it, or of an alias known.
    func declareType(_ syntax: DeclSyntax, in outer: Scope, enclosing: NominalType?, into types: inout [NominalDeclaration]) {
        if let alias = syntax.as(TypeAliasDeclSyntax.self) {
            declareAlias(alias, in: outer, enclosing: enclosing)
            return
        }
        guard let parts = syntax.nominalParts else { return }
        let name = Checker.plainName(parts.name.text)
        let nominal = NominalType(name: name, form: parts.form)
        nominal.isFinal = parts.modifiers.contains { $0.name.text == "final" }
        nominal.source = source
        environment.made.note(nominal)
        environment.noteTypeName(name)
        nominal.isFieldsKnown = false
        let inherited = enclosing?.genericParameters ?? []
        nominal.enclosing = enclosing
        nominal.inheritedParameterCount = inherited.count
        nominal.isDeclaredByCell = true
        if !inherited.isEmpty || parts.generics != nil {
            nominal.associatedType = { [weak environment] name, type in environment?.associatedType(name, of: type) }
        }
        checkDifferent(parts.generics)
        nominal.genericParameters = inherited + (parts.generics?.parameters ?? []).map { genericParameter($0.name.text) }
        if nominal.form.isProtocol {
            nominal.inheritedParameterCount = 0
            nominal.genericParameters = associatedTypes(of: parts.block)
            nominal.isFieldsKnown = true
            nominal.hasPlainValues = true
        }
        let declaration = NominalDeclaration(nominal, syntax, parts, in: outer)
        let entity: Entity = nominal.genericParameters.count > inherited.count && !nominal.form.isProtocol ? .genericType(nominal) : .type(declaration.type)
        register(entity, name, at: parts.name.sourceRange, in: outer, enclosing: enclosing)
        types.append(declaration)
        for member in parts.block.members {
            declareType(member.decl, in: declaration.scope, enclosing: nominal, into: &types)
        }
    }

    private func declareAlias(_ syntax: TypeAliasDeclSyntax, in outer: Scope, enclosing: NominalType?) {
        let name = Checker.plainName(syntax.name.text)
        environment.noteTypeName(name)
        let inner = Scope(parent: outer, function: nil)
        let parameters = (syntax.genericParameterClause?.parameters ?? []).map { genericParameter($0.name.text) }
        for parameter in parameters { inner.entities[parameter.name] = .type(.make(.parameter(parameter))) }
        let alias = TypeAlias(name: name, parameters: parameters, syntax: syntax.initializer.value, scope: inner)
        register(.alias(alias), name, at: syntax.name.sourceRange, in: outer, enclosing: enclosing)
    }

    private func register(_ entity: Entity, _ name: String, at range: SourceRange, in outer: Scope, enclosing: NominalType?) {
        if let enclosing {
            let table = environment.memberTable(of: enclosing)
            if table.types[name] != nil, table.typeSources[name] === source { error("invalid redeclaration of '\(name)'", at: range) }
            table.types[name] = entity
            table.typeSources[name] = source
            return
        }
        if outer === cellScope {
            if declaredHere[name] != nil { error("invalid redeclaration of '\(name)'", at: range) }
            declaredHere[name] = range
        } else if outer.entities[name] != nil {
            error("invalid redeclaration of '\(name)'", at: range)
        }
        outer.entities[name] = entity
    }

    /// What an alias stands for, its own parameters being open.
    func resolve(_ alias: TypeAlias) -> Type {
        if let known = alias.type { return known }
        if alias.isBeingResolved {
            error("type alias '\(alias.name)' references itself", at: alias.syntax.sourceRange)
            return .error
        }
        alias.isBeingResolved = true
        let type = inScope(alias.scope) { resolve(alias.syntax) }
        alias.isBeingResolved = false
        // Inside a generic function what it stands for differs from use to use.
        if alias.scope.substitutionInSight == nil { alias.type = type }
        return type
    }

    /// What stands for a name here: aliases resolved, generic parameters as they are bound around this point, and a
    /// generic type's name inside its own declaration taken with its own parameters.
    func settled(_ entity: Entity) -> Entity {
        switch entity {
        case .alias(let alias) where alias.parameters.isEmpty: return .type(settled(resolve(alias)))
        case .type(let type): return type.isConcrete ? entity : .type(settled(type))
        case .genericType(let nominal):
            var current: Scope? = scope
            while let here = current {
                if !here.isOfProtocol, let own = here.memberType, own.nominal === nominal { return .type(settled(own)) }
                current = here.parent
            }
            return entity
        default: return entity
        }
    }

    /// The type with generic parameters as they are bound around this point.
    func settled(_ type: Type) -> Type {
        if type.isConcrete { return type }
        var result = type
        var current: Scope? = scope
        while let here = current, !result.isConcrete {
            if let substitution = here.substitution { result = result.substituting(substitution) }
            current = here.parent
        }
        return result
    }

    /// A type declared inside another one, inside a class above it, or an alias that one of its protocols declares.
    func nestedType(_ name: String, in type: Type) -> Entity? {
        if case .existential(let own) = type.kind { return protocolAlias(name, of: own)?.entity }
        guard let nominal = type.nominal else { return nil }
        guard let entity = environment.memberTable(of: nominal).types[name] else {
            if let above = type.superclass, let entity = nestedType(name, in: above) { return entity }
            return conformedAlias(name, of: nominal, type)
        }
        let types = nominal.substitution(type.arguments)
        switch entity {
        case .type(let inner): return .type(inner.substituting(types))
        case .alias(let alias) where alias.parameters.isEmpty: return .type(resolve(alias).substituting(types))
        default: return entity
        }
    }

    /// An alias that a protocol declares or inherits, its associated types being open.
    private func protocolAlias(_ name: String, of own: NominalType) -> (entity: Entity, source: NominalType)? {
        for source in [own] + environment.inheritedProtocols(of: own) where source.isDeclaredByCell {
            guard case .alias(let alias)? = environment.memberTable(of: source).types[name] else { continue }
            return (alias.parameters.isEmpty ? .type(resolve(alias)) : .alias(alias), source)
        }
        return nil
    }

    /// The same in a type that conforms: the associated types are its own.
    private func conformedAlias(_ name: String, of nominal: NominalType, _ type: Type) -> Entity? {
        for stated in nominal.conformances where stated.isDeclaredByCell {
            guard let (entity, source) = protocolAlias(name, of: stated) else { continue }
            guard case .type(let pattern) = entity, !pattern.isConcrete else { return entity }
            var types = Substitution()
            for parameter in source.genericParameters {
                types.types[parameter] = environment.associatedType(parameter.name, of: type)
            }
            return .type(pattern.substituting(types))
        }
        return nil
    }

    /// A generic type or alias with its arguments.
    func apply(_ entity: Entity, to given: [Type], inside outer: Type?, _ range: SourceRange) -> Type {
        switch entity {
        case .genericType(let nominal):
            let inherited = nominal.genericParameters.prefix(nominal.inheritedParameterCount)
            let own = nominal.genericParameters.dropFirst(nominal.inheritedParameterCount)
            guard given.count == own.count else {
                error("generic type '\(nominal.name)' specialized with too \(given.count < own.count ? "few" : "many") type parameters (got \(given.count), but expected \(own.count))", at: range)
                return .error
            }
            let outerArguments = outer?.arguments ?? inherited.map { settled(.make(.parameter($0))) }
            if nominal === NominalType.dictionary || nominal === NominalType.set, !isHashable(given[0]) {
                return notHashable(given[0], range)
            }
            let type = Type.make(.nominal(nominal, Array(outerArguments.prefix(inherited.count)) + given))
            for (parameter, argument) in zip(own, given) where argument.isConcrete {
                for constraint in parameter.constraints where !environment.conforms(argument, to: constraint) {
                    error("type '\(argument)' does not conform to protocol '\(constraint.name)'", at: range)
                    return .error
                }
            }
            return type
        case .alias(let alias):
            guard given.count == alias.parameters.count else {
                error("generic type '\(alias.name)' specialized with \(given.count) type parameters (expected \(alias.parameters.count))", at: range)
                return .error
            }
            return settled(resolve(alias).substituting(Substitution(alias.parameters, given)))
        default: return .error
        }
    }

    // MARK: Headers

    private func constrain(_ declaration: NominalDeclaration) {
        inScope(of: declaration) {
            let own = declaration.nominal.genericParameters.dropFirst(declaration.nominal.inheritedParameterCount)
            for (parameter, syntax) in zip(own, declaration.parts.generics.map { Array($0.parameters) } ?? []) {
                guard let inherited = syntax.inheritedType else { continue }
                for part in constraintParts(inherited) {
                    if let nominal = constraint(resolve(part)) { parameter.constraints.append(nominal) }
                }
            }
            let clause = read(declaration.parts.requirements)
            for (parameter, nominal) in clause.conformances { parameter.constraints.append(nominal) }
            declaration.nominal.hasSameTypeRequirements = !clause.sameTypes.isEmpty || declaration.nominal.enclosing?.hasSameTypeRequirements ?? false
        }
    }

    /// Protocols that inherit from themselves, on whatever way.
    private func reportCircles(among types: [NominalDeclaration]) {
        let circular = types.filter { $0.nominal.form.isProtocol && reaches($0.nominal, from: $0.nominal) }
        // The compiler follows the one declared first, and stumbles over the next on the way round.
        var told: [NominalType] = []
        for type in circular where !told.contains(where: { $0 === type.nominal }) {
            let round = circular.filter { $0.nominal === type.nominal || reaches(type.nominal, from: $0.nominal) && reaches($0.nominal, from: type.nominal) }
            // Where that has members, these ask it first.
            let next = !type.parts.block.members.isEmpty ? type : type.nominal.conformances.compactMap { one in round.first { $0.nominal === one } }.first ?? type
            error("protocol '\(next.nominal.name)' refines itself", at: next.parts.name.sourceRange)
            told += round.map(\.nominal)
        }
        for type in circular { type.nominal.conformances.removeAll { one in circular.contains { $0.nominal === one } } }
    }

    private func reaches(_ wanted: NominalType, from nominal: NominalType) -> Bool {
        var seen: [NominalType] = []
        var open = nominal.conformances
        while let next = open.popLast() {
            if next === wanted { return true }
            if seen.contains(where: { $0 === next }) { continue }
            seen.append(next)
            open += next.conformances
        }
        return false
    }

    func conformances(of nominal: NominalType, _ clause: InheritanceClauseSyntax?, conditions: [(GenericParameter, NominalType)], at range: SourceRange) {
        for (index, inherited) in (clause?.inheritedTypes.map { $0 } ?? []).enumerated() {
            for part in constraintParts(inherited.type) {
                let type = resolve(part)
                if case .existential(let declared) = type.kind {
                    if !nominal.conformances.contains(where: { $0 === declared }) { nominal.conformances.append(declared) }
                    statedAt[[ObjectIdentifier(nominal), ObjectIdentifier(declared)]] = range
                    nominal.conformanceConditions[declared] = conditions.isEmpty ? nil : conditions
                } else if case .enumeration = nominal.form, index == 0, !type.isError, !type.isClass {
                    nominal.rawType = type
                } else if !type.isError {
                    inherit(nominal, from: type, at: inherited.sourceRange)
                }
            }
        }
        if nominal.rawType != nil, let representable = environment.protocolNamed("RawRepresentable") { nominal.conformances.append(representable) }
    }

    /// Whether a value of the type holds one of `target` without a reference between.
    private func contains(_ type: Type, _ target: NominalType) -> Bool {
        var seen = Set<Type>()
        func parts(of type: Type) -> [Type] {
            switch type.kind {
            case .tuple(let elements): return elements.map(\.type)
            case .nominal(let nominal, let arguments):
                let types = Substitution(nominal.genericParameters, arguments)
                switch nominal.form {
                case .optional: return [arguments[0]]
                case .structure: return (drafts[nominal] ?? nominal.fields.map(\.type)).map { $0.substituting(types) }
                case .enumeration:
                    return nominal.cases.filter { !$0.isIndirect }.flatMap { $0.payload.map { $0.type.substituting(types) } }
                default: return []
                }
            default: return []
            }
        }
        func reaches(_ type: Type) -> Bool {
            if type.nominal === target { return true }
            // Ever larger types would be followed for ever.
            guard seen.count < 500, seen.insert(type).inserted else { return false }
            return parts(of: type).contains { reaches($0) }
        }
        return parts(of: type).contains { reaches($0) }
    }

    // MARK: Extensions

    private func openExtension(_ syntax: ExtensionDeclSyntax) -> ExtensionDraft? {
        let outer = scope
        defer { scope = outer }
        guard let nominal = extendedType(syntax.extendedType) else { return nil }
        openExtension(of: nominal, where: nil)
        let draft = ExtensionDraft(syntax: syntax, nominal: nominal, scope: scope)
        let requirements = read(syntax.genericWhereClause)
        draft.sameTypes = requirements.sameTypes
        draft.conformances = requirements.conformances
        if let identifier = syntax.extendedType.as(IdentifierTypeSyntax.self), let clause = identifier.genericArgumentClause {
            // `extension Stack<Int>` is `extension Stack where Element == Int`.
            for (parameter, argument) in zip(nominal.genericParameters, clause.arguments) {
                if case .type(let type) = argument.argument { draft.sameTypes.append((parameter, resolve(type))) }
            }
        } else if let array = syntax.extendedType.as(ArrayTypeSyntax.self) {
            draft.sameTypes.append((nominal.genericParameters[0], resolve(array.element)))
        }
        return draft
    }

    /// A generic type that is named without its arguments, with another one inside to be extended.
    private func openOuter(_ syntax: TypeSyntax) -> NominalType? {
        if let identifier = syntax.as(IdentifierTypeSyntax.self), identifier.genericArgumentClause == nil, case .genericType(let nominal)? = lookUp(identifier.name.text)?.entity { return nominal }
        guard let member = syntax.as(MemberTypeSyntax.self), let outer = openOuter(member.baseType) else { return nil }
        switch environment.memberTable(of: outer).types[member.name.text] {
        case .genericType(let nominal)?: return nominal
        case .type(let type)?: return type.nominal
        default: return nil
        }
    }

    private func extendedType(_ syntax: TypeSyntax) -> NominalType? {
        if syntax.is(ArrayTypeSyntax.self) { return .array }
        var found: Entity?
        if let identifier = syntax.as(IdentifierTypeSyntax.self) {
            found = lookUp(identifier.name.text)?.entity
        } else if let member = syntax.as(MemberTypeSyntax.self) {
            // `extension Outer.Inner`, of whatever arguments the outer type has.
            let outer = openOuter(member.baseType)
            found = outer.flatMap { environment.memberTable(of: $0).types[member.name.text] } ?? .type(resolve(syntax))
        }
        switch found {
        case .genericType(let generic)?: return generic
        case .type(let type)?:
            if let named = type.nominal { return named }
            if case .existential(let named) = type.kind, named.name != "Any" { return named }
            if !type.isError { error("non-nominal type '\(type)' cannot be extended", at: syntax.sourceRange) }
            return nil
        case nil:
            error(
                "cannot find type '\(syntax.trimmedDescription)' in scope", at: syntax.sourceRange,
                help: closestName(to: syntax.trimmedDescription, among: typeNamesInSight()).map { "did you mean '\($0)'?" })
            return nil
        default:
            error("'\(syntax.trimmedDescription)' is not a type", at: syntax.sourceRange)
            return nil
        }
    }
}

/// An extension of a cell, while it is being made known.
final class ExtensionDraft {
    let syntax: ExtensionDeclSyntax
    let nominal: NominalType
    let scope: Scope
    var sameTypes: [(GenericParameter, Type)] = []
    var conformances: [(GenericParameter, NominalType)] = []

    init(syntax: ExtensionDeclSyntax, nominal: NominalType, scope: Scope) {
        self.syntax = syntax
        self.nominal = nominal
        self.scope = scope
    }
}

/// `typealias`: resolved when it is first used.
package final class TypeAlias {
    let name: String
    let parameters: [GenericParameter]
    let syntax: TypeSyntax
    let scope: Scope
    var type: Type?
    var isBeingResolved = false

    init(name: String, parameters: [GenericParameter], syntax: TypeSyntax, scope: Scope) {
        self.name = name
        self.parameters = parameters
        self.syntax = syntax
        self.scope = scope
    }
}
