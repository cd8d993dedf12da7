import SwiftSyntax

/// Enums: their cases, raw values, and what Swift adds by itself.
extension Checker {
    /// The cases of an enum, in order.
    func enumCases(of declaration: NominalDeclaration) {
        guard case .enumeration = declaration.nominal.form else { return }
        let nominal = declaration.nominal
        let table = environment.memberTable(of: nominal)
        let isIndirect = declaration.parts.modifiers.contains { $0.name.text == "indirect" }
        var nextRaw: Int? = 0
        for member in declaration.parts.block.members {
            guard let syntax = member.decl.as(EnumCaseDeclSyntax.self) else { continue }
            let caseIsIndirect = isIndirect || syntax.modifiers.contains { $0.name.text == "indirect" }
            for element in syntax.elements {
                let name = Checker.plainName(element.name.text)
                if nominal.cases.contains(where: { $0.name == name }) { error("invalid redeclaration of '\(name)'", at: element.name.sourceRange) }
                let parameters = (element.parameterClause?.parameters ?? []).map { payloadParameter($0, declaration) }
                if element.parameterClause != nil, nominal.rawType != nil {
                    error("enum with raw type cannot have cases with arguments", at: element.name.sourceRange)
                }
                let callable = Callable(name: name, implementation: .enumCase(nominal.cases.count), source: source, range: element.name.sourceRange)
                callable.parameters = parameters
                callable.result = declaration.type
                callable.owner = nominal
                callable.isStatic = true
                table.caseCallables.append(callable)
                nominal.cases.append(
                    NominalType.EnumCase(
                        name: name, payload: parameters.map { Type.TupleElement(label: $0.label ?? "", type: $0.type) }, isIndirect: caseIsIndirect))
                if nominal.rawType == nil, let written = element.rawValue {
                    error("enum case cannot have a raw value if the enum does not have a raw type", at: written.sourceRange, help: "write the type of the values behind the enum's name: 'enum \(nominal.name): Int'")
                }
                if let raw = nominal.rawType { rawValue(of: element, name, raw, &nextRaw, table) }
            }
        }
        nominal.isComplete = true
    }

    private func payloadParameter(_ syntax: EnumCaseParameterSyntax, _ declaration: NominalDeclaration) -> Callable.Parameter {
        let label = syntax.firstName.map { Checker.plainName($0.text) }.flatMap { $0 == "_" ? nil : $0 }
        let type = settled(resolve(syntax.type))
        var parameter = Callable.Parameter(label: label, name: label ?? "", type: type, isEscaping: true)
        if let value = syntax.defaultValue?.value {
            parameter.fieldDefault = computed("default argument", type, value.sourceRange, in: scope) { checker, function, _ in
                let result = checker.coerce(checker.check(Node(value), expected: function.result), to: function.result, for: .argument)
                return [Statement(.return(result), result.range)]
            }
        }
        return parameter
    }

    /// What a case's raw value is: written, one more than the last, or its name.
    private func rawValue(of element: EnumCaseElementSyntax, _ name: String, _ type: Type, _ next: inout Int?, _ table: MemberTable) {
        let range = element.sourceRange
        var value: Expression
        if let written = element.rawValue?.value {
            value = coerce(check(Node(written), expected: type), to: type, for: .rawValue)
            switch value.kind {
            case .integer(let number): next = number &+ 1
            case .floating(let number): next = Int(exactly: number).map { $0 &+ 1 }
            case .string: break
            default: if !value.type.isError { error("raw value for enum case must be a literal", at: written.sourceRange) }
            }
        } else if type === Type.string {
            value = Expression(.string(name), type, range)
        } else {
            switch (type.nominal?.form, next) {
            case (.int, let next?), (.fixedInteger, let next?): value = Expression(.integer(next), type, range)
            case (.double, let next?), (.float, let next?): value = Expression(.floating(Double(next)), type, range)
            case (.double, nil), (.float, nil):
                value = failure(range)
                error("enum case must declare a raw value when the preceding raw value is not an integer", at: range)
            default:
                value = failure(range)
                error("enum case must declare a raw value when the raw type is '\(type)'", at: range)
            }
            next = next.map { $0 &+ 1 }
        }
        if table.rawValues.contains(where: { Checker.isSameLiteral($0, value) }) {
            error("raw value for enum case is not unique", at: range)
        }
        table.rawValues.append(value)
    }

    private static func isSameLiteral(_ a: Expression, _ b: Expression) -> Bool {
        switch (a.kind, b.kind) {
        case (.integer(let x), .integer(let y)): x == y
        case (.floating(let x), .floating(let y)): x == y
        case (.string(let x), .string(let y)): x == y
        default: false
        }
    }

    // MARK: What Swift adds

    func declareEnumMembers(of declaration: NominalDeclaration) {
        let nominal = declaration.nominal
        let range = declaration.parts.name.sourceRange
        if let raw = nominal.rawType { declareRawRepresentation(of: declaration, raw, range) }
        if conformsDirectly(nominal, "CaseIterable") { declareAllCases(of: declaration, range) }
        if conformsDirectly(nominal, "Comparable"), synthesizesOrder(nominal) { declareOrder(of: declaration, range) }
    }

    func conformsDirectly(_ nominal: NominalType, _ name: String) -> Bool {
        nominal.conformances.contains { stated in stated.name == name || environment.inheritedProtocols(of: stated).contains { $0.name == name && !$0.isDeclaredByCell } }
    }

    /// Whether `<` follows from the order of the cases.
    func synthesizesOrder(_ nominal: NominalType) -> Bool {
        guard case .enumeration = nominal.form, nominal.rawType == nil else { return false }
        return !environment.memberTable(of: nominal).callables["<", default: []].contains { $0.parameters.count == 2 && $0.source != nil && !$0.isSynthesized }
    }

    /// Which case a value has, as a number.
    private func tag(_ value: Expression) -> Expression { Expression(.element(value, 0), .int, value.range) }

    private func declareRawRepresentation(of declaration: NominalDeclaration, _ raw: Type, _ range: SourceRange) {
        let nominal = declaration.nominal
        let type = declaration.type
        let table = environment.memberTable(of: nominal)
        let values = table.rawValues
        guard values.count == nominal.cases.count else { return }
        if table.properties["rawValue"] == nil {
            let getter = member("rawValue", parameters: [], result: raw, isMutating: false, of: declaration, range) { checker, function, _ in
                let own = Expression(.variable(function.parameters[0]), type, range)
                let isCounted = values.enumerated().allSatisfy { index, value in
                    if case .integer(index) = value.kind { raw === Type.int } else { false }
                }
                if isCounted { return [Statement(.return(checker.tag(own)), range)] }
                let cases = values.enumerated().map { index, value in
                    SwitchCase(alternatives: [[.matchesCase(own, index, [])]], body: [Statement(.return(value), range)])
                }
                return [Statement(.switch(Label(), cases), range)]
            }
            table.properties["rawValue"] = [Property(name: "rawValue", type: raw, getter: getter)]
        }
        if table.callables["init", default: []].contains(where: { $0.parameters.map(\.label) == ["rawValue"] }) { return }
        let parameter = Callable.Parameter(label: "rawValue", name: "rawValue", type: raw)
        let initializer = member("init", parameters: [parameter], result: .optional(type), isMutating: false, of: declaration, range) { checker, function, _ in
            guard let given = function.parameters.first else { return [] }
            let argument = Expression(.variable(given), raw, range)
            var body: [Statement] = values.enumerated().map { index, value in
                let test = checker.equality(argument, value, range)
                let found = Expression(.wrap(Expression(.enumCase(index, []), type, range)), .optional(type), range)
                return Statement(.if([.isTrue(test)], [Statement(.return(found), range)], []), range)
            }
            body.append(Statement(.return(Expression(.none, .optional(type), range)), range))
            return body
        }
        initializer.isInitializer = true
        table.add(initializer)
    }

    /// `a == b` of one type, as directly as there is an instruction for.
    func equality(_ a: Expression, _ b: Expression, _ range: SourceRange) -> Expression {
        if let operation = scalarOperation("==", a.type) { return Expression(.operation(operation, [a, b]), .bool, range) }
        return Expression(.equal(a, b), .bool, range)
    }

    private func declareAllCases(of declaration: NominalDeclaration, _ range: SourceRange) {
        let nominal = declaration.nominal
        let table = environment.memberTable(of: nominal)
        if table.statics["allCases"] != nil || table.properties["allCases"] != nil { return }
        if nominal.cases.contains(where: { !$0.payload.isEmpty }) {
            error("type '\(nominal.qualifiedName)' does not conform to protocol 'CaseIterable'", at: range, help: "write 'static var allCases: [\(nominal.name)]' for an enum with associated values")
            return
        }
        let type = declaration.type
        let getter = computed("allCases", .array(type), range, in: declaration.scope) { _, function, _ in
            let element = function.result.arrayElement ?? type
            let all = nominal.cases.indices.map { Expression(.enumCase($0, []), element, range) }
            return [Statement(.return(Expression(.array(all), function.result, range)), range)]
        }
        let property = Property(name: "allCases", type: .array(type), getter: getter)
        property.isStatic = true
        table.properties["allCases"] = [property]
    }

    /// `<` in the order of the cases, then of what they carry.
    private func declareOrder(of declaration: NominalDeclaration, _ range: SourceRange) {
        let nominal = declaration.nominal
        let parameters = ["a", "b"].map { Callable.Parameter(label: nil, name: $0, type: declaration.type) }
        let order = member("<", parameters: parameters, result: .bool, isMutating: false, of: declaration, range) { checker, function, _ in
            let type = function.parameters[0].type
            let a = Expression(.variable(function.parameters[0]), type, range)
            let b = Expression(.variable(function.parameters[1]), type, range)
            func returning(_ value: Expression) -> Statement { Statement(.return(value), range) }
            let differ = Expression(.operation(.intNotEqual, [checker.tag(a), checker.tag(b)]), .bool, range)
            let before = Expression(.operation(.intLess, [checker.tag(a), checker.tag(b)]), .bool, range)
            var body = [Statement(.if([.isTrue(differ)], [returning(before)], []), range)]
            let types = checker.substitution(for: type)
            for (index, enumCase) in nominal.cases.enumerated() where !enumCase.payload.isEmpty {
                let lefts = enumCase.payload.map { checker.temporary($0.type.substituting(types), range) }
                let rights = enumCase.payload.map { checker.temporary($0.type.substituting(types), range) }
                var inner: [Statement] = []
                for (left, right) in zip(lefts, rights) {
                    let x = Expression(.variable(left), left.type, range)
                    let y = Expression(.variable(right), right.type, range)
                    let unequal = Expression(.operation(.boolNot, [checker.equality(x, y, range)]), .bool, range)
                    inner.append(Statement(.if([.isTrue(unequal)], [returning(checker.comparison("<", x, y, range))], []), range))
                }
                body.append(Statement(.if([.matchesCase(a, index, lefts), .matchesCase(b, index, rights)], inner, []), range))
            }
            body.append(returning(Expression(.boolean(false), .bool, range)))
            return body
        }
        order.isStatic = true
        order.isSynthesized = true
        environment.memberTable(of: nominal).add(order)
    }

    /// `a < b` and its like between two values that are known.
    func comparison(_ name: String, _ a: Expression, _ b: Expression, _ range: SourceRange) -> Expression {
        if a.type === b.type, let operation = scalarOperation(name, a.type) { return Expression(.operation(operation, [a, b]), .bool, range) }
        return overloadedOperator(name, range, .invalid(message: "", range), .invalid(message: "", range), .typed(a), .typed(b), range: range, expected: .bool)
    }

    // MARK: Making values

    /// `.name` of an enum: the case, or for one with a payload the function that makes it.
    func caseCallable(_ name: String, of nominal: NominalType) -> Callable? {
        guard let index = nominal.cases.firstIndex(where: { $0.name == name }) else { return nil }
        let callables = environment.memberTable(of: nominal).caseCallables
        if callables.indices.contains(index) { return callables[index] }
        let callable = Callable(name: name, implementation: .enumCase(index))
        callable.parameters = nominal.cases[index].payload.map {
            Callable.Parameter(label: $0.label.isEmpty ? nil : $0.label, name: $0.label, type: $0.type)
        }
        callable.result = .make(.nominal(nominal, nominal.genericParameters.map { .make(.parameter($0)) }))
        callable.owner = nominal
        callable.isStatic = true
        return callable
    }
}
