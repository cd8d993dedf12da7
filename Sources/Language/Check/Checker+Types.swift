import SwiftSyntax

/// Types as they are written.
extension Checker {
    /// The type that a piece of syntax names; an error is reported and `.error` returned where it names none.
    func resolve(_ syntax: TypeSyntax) -> Type {
        let range = syntax.sourceRange
        switch syntax.as(TypeSyntaxEnum.self) {
        case .identifierType(let identifier):
            return named(identifier.name.text, arguments: identifier.genericArgumentClause, range)
        case .memberType(let member):
            // `Swift.Int` and the like.
            let base = member.baseType.trimmedDescription
            if Checker.modules.contains(base) {
                return named(member.name.text, arguments: member.genericArgumentClause, range)
            }
            return memberType(member, range)
        case .arrayType(let array):
            return .array(resolve(array.element))
        case .dictionaryType(let dictionary):
            return dictionaryType(resolve(dictionary.key), resolve(dictionary.value), at: range)
        case .optionalType(let optional):
            return .optional(resolve(optional.wrappedType))
        case .implicitlyUnwrappedOptionalType(let optional):
            return .optional(resolve(optional.wrappedType))
        case .tupleType(let tuple):
            let elements = tuple.elements.map { element in
                Type.TupleElement(
                    label: element.secondName?.text ?? element.firstName?.text ?? "",
                    type: resolve(element.type))
            }
            if elements.count == 1 { return elements[0].type }
            return .make(
                .tuple(
                    elements.map {
                        Type.TupleElement(label: $0.label == "_" ? "" : $0.label, type: $0.type)
                    }))
        case .functionType(let function):
            if function.effectSpecifiers?.asyncSpecifier != nil {
                error(
                    "'async' is not part of the cell language", at: range,
                    help: "cells run from top to bottom on one thread")
            }
            return .make(
                .function(
                    Type.FunctionType(
                        parameters: function.parameters.map { parameter in
                            var type = parameter.type
                            var isInout = false
                            if let attributed = type.as(AttributedTypeSyntax.self) {
                                isInout = attributed.isInout
                                type = attributed.baseType
                            }
                            let isVariadic = parameter.ellipsis != nil
                            return Type.Parameter(type: isVariadic ? .array(resolve(type)) : resolve(type), isInout: isInout, isVariadic: isVariadic)
                        }, result: resolve(function.returnClause.type),
                        canThrow: function.effectSpecifiers?.throwsClause != nil, thrown: function.effectSpecifiers?.throwsClause?.type.map { resolve($0) })))
        case .attributedType(let attributed):
            return resolve(attributed.baseType)
        case .someOrAnyType(let existential):
            return someOrAny(existential, range)
        case .compositionType(let composition):
            return self.composition(composition, range)
        case .metatypeType(let metatype):
            return .make(.metatype(resolve(metatype.baseType)))
        default:
            unsupported("this form of type is", at: range)
            return .error
        }
    }

    private func named(_ name: String, arguments: GenericArgumentClauseSyntax?, _ range: SourceRange) -> Type {
        guard let entity = lookUp(name)?.entity else {
            if name == "Self", let type = scope.memberTypeInSight { return type }
            // `Index` in an extension of Array.
            if arguments == nil, let type = scope.memberTypeInSight, let found = environment.associatedType(name, of: type) { return found }
            if name == Probe.marker, let probe {
                probe.names = typeNamesInSight()
                probe.wantsType = true
                probe.scope = scope
                return .error
            }
            uses.unknown.append(CellUses.Unknown(name: name, range: range))
            let candidates = typeNamesInSight()
            let near = closestName(to: name, among: candidates)
            error(
                "cannot find type '\(name)' in scope", at: range,
                help: environment.table.foreignHint(name: name, path: []) ?? ForeignNames.hint(forUnknownName: name) ?? near.map { "did you mean '\($0)'?" })
            return .error
        }
        switch entity {
        case .type(let type):
            if let arguments, case .existential(let nominal) = type.kind, nominal.genericParameters.contains(where: { $0.name != "Self" }) {
                return .make(.existential(environment.applied(nominal, resolve(arguments))))
            }
            // Inside a generic type its name alone means itself; with arguments it may be another one.
            if let arguments, let nominal = type.nominal, nominal.genericParameters.count > nominal.inheritedParameterCount {
                return apply(.genericType(nominal), to: resolve(arguments), inside: nil, range)
            }
            // `Tensor<Float>` of other libraries is read as `Tensor`.
            return type
        case .genericType, .alias:
            guard let arguments else {
                error(
                    "reference to generic type '\(name)' requires arguments in <...>", at: range)
                return .error
            }
            return apply(entity, to: resolve(arguments), inside: nil, range)
        default:
            error("'\(name)' is not a type", at: range)
            return .error
        }
    }

    func resolve(_ arguments: GenericArgumentClauseSyntax) -> [Type] {
        arguments.arguments.map { argument in
            if case .type(let type) = argument.argument { return resolve(type) }
            return .error
        }
    }

    func typeNamesInSight() -> [String] {
        var names: [String] = Environment.standardTypes.map(\.name) + Array(environment.table.types.keys)
        var current: Scope? = scope
        while let here = current {
            for (name, entity) in here.entities {
                switch entity {
                case .type, .genericType: names.append(name)
                default: break
                }
            }
            current = here.parent
        }
        return names.sorted()
    }
}

extension Scope {
    /// The type whose members are in sight.
    var memberTypeInSight: Type? {
        var current: Scope? = self
        while let here = current {
            if let type = here.memberType { return type }
            current = here.parent
        }
        return nil
    }
}

extension TypeSyntax {
    /// `T!`
    var isImplicitlyUnwrapped: Bool {
        if let attributed = self.as(AttributedTypeSyntax.self) { return attributed.baseType.isImplicitlyUnwrapped }
        return self.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
    }
}

extension AttributedTypeSyntax {
    var isInout: Bool {
        specifiers.contains { $0.trimmedDescription == "inout" }
    }

    var isEscaping: Bool {
        attributes.contains { $0.trimmedDescription == "@escaping" }
    }
}
