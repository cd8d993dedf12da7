import SwiftSyntax

/// `override var x: T { didSet { … } }`: a class that watches a property of the class above.
extension Checker {
    func overridingObservers(_ binding: PatternBindingSyntax, _ type: Type, _ nominal: NominalType, _ inner: Scope) {
        let range = binding.sourceRange
        guard let name = (binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text).map(Checker.plainName), let annotation = binding.typeAnnotation,
            case .accessors(let accessors)? = binding.accessorBlock?.accessors
        else {
            error("type annotation missing in pattern", at: range)
            return
        }
        let kept = resolve(annotation.type)
        func member(_ name: String, _ parameters: [Callable.Parameter], _ result: Type, _ body: @escaping (Checker, Function, Scope) -> [Statement]) -> Callable {
            let template = Template(body: [], parameterNames: parameters.map(\.name), source: source, range: range, scope: inner)
            template.builder = body
            let callable = Callable(name: name, implementation: .template(template), source: source, range: range)
            callable.parameters = parameters
            callable.result = result
            callable.owner = nominal
            return callable
        }
        func observer(_ keyword: Keyword, _ defaultName: String) -> Callable? {
            guard let accessor = accessors.first(where: { $0.accessorSpecifier.tokenKind == .keyword(keyword) }), let body = accessor.body else { return nil }
            let parameter = Callable.Parameter(label: nil, name: accessor.parameters?.name.text ?? defaultName, type: kept)
            return member("\(name).\(keyword == .willSet ? "willSet" : "didSet")", [parameter], .void) { checker, _, _ in
                checker.functionBody(body.statements, result: .void, range: accessor.sourceRange)
            }
        }
        let willSet = observer(.willSet, "newValue")
        let didSet = observer(.didSet, "oldValue")
        let getter = member(name, [], kept) { checker, _, _ in
            let value = checker.superMember(name, range: range, nameRange: range, expected: nil)
            return [Statement(.return(value), range)]
        }
        getter.isOverride = true
        let property = Property(name: name, type: kept, getter: getter)
        property.setter = member(name, [Callable.Parameter(label: nil, name: "newValue", type: kept)], .void) { checker, function, scope in
            guard let own = scope.selfVariable, let parent = own.type.superclass, let value = function.parameters.last else { return [] }
            func call(_ observer: Callable?, _ argument: Variable) -> [Statement] {
                guard let observer, let function = checker.functionOf(observer, own.type) else { return [] }
                let arguments = [Expression(.variable(own), own.type, range), Expression(.variable(argument), argument.type, range)]
                return [Statement(.expression(Expression(.call(function, arguments), .void, range)), range)]
            }
            let old = checker.temporary(value.type, range)
            var base = Place(root: .value(Expression(.variable(own), parent, range)), steps: [], type: parent, range: range)
            base.isSuper = true
            guard let place = checker.extend(base, parent, name, range, range, .assignment) else { return [] }
            let before = [Statement(.declare(old, checker.superMember(name, range: range, nameRange: range, expected: nil)), range)]
            let assign = Statement(.expression(Expression(.assign(place, Expression(.variable(value), value.type, range)), .void, range)), range)
            return before + call(willSet, value) + [assign] + call(didSet, old)
        }
        environment.memberTable(of: nominal).properties[name, default: []].append(property)
        if type.isConcrete {
            pending.append { [self] in
                _ = functionOf(getter, type)
                property.setter.map { _ = functionOf($0, type) }
            }
        }
    }
}
