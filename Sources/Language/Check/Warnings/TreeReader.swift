/// Goes through a checked tree and tells what variables it declares, reads and writes. Bodies of closures are not
/// entered: they are functions of their own.
class TreeReader {
    func declares(_ variable: Variable, _ how: Declared) {}
    func reads(_ variable: Variable) {}
    func writes(_ variable: Variable) {}
    func readsGlobal(_ global: Global) {}
    func writesGlobal(_ global: Global) {}
    /// Any expression, before what is in it.
    func meets(_ expression: Expression) {}
    /// A local function becomes known.
    func declares(_ function: Function) {}
    /// A place gets another value, or its address is given away.
    func changes(_ place: Place) {}
    /// A block of statements begins, and ends.
    func enters() {}
    func leaves() {}

    /// How a variable came to be, as far as what is said of an unused one depends on it.
    enum Declared {
        case withValue
        case withoutValue
        /// `if let`, `guard let`, `while let`
        case optionalBinding
        /// In a pattern, or a loop's.
        case pattern
    }

    /// Inside an expression declarations are those of patterns.
    private var expressionDepth = 0

    final func block(_ body: [Statement]) {
        enters()
        statements(body)
        leaves()
    }

    final func statements(_ body: [Statement]) {
        for statement in body { self.statement(statement) }
    }

    private func declared(_ variable: Variable, _ how: Declared) {
        declares(variable, expressionDepth > 0 ? .pattern : how)
    }

    private func binding(_ binding: Binding?) {
        switch binding {
        case .variable(let variable)?: declared(variable, .pattern)
        case .global(let global)?: writesGlobal(global)
        case nil: break
        }
    }

    private func statement(_ statement: Statement) {
        switch statement.kind {
        case .expression(let value), .throw(let value): expression(value)
        case .declare(let variable, let value):
            if let value { expression(value) }
            // An element of a tuple taken apart.
            let isPart = if case .element(let base, _)? = value?.kind, case .variable(let whole) = base.kind { whole.name.isEmpty } else { false }
            declared(variable, value == nil ? .withoutValue : isPart ? .pattern : .withValue)
        case .declareGlobal(let global, let value):
            if let value { expression(value) }
            writesGlobal(global)
        case .destructure(let bindings, let value):
            expression(value)
            for one in bindings { binding(one) }
        case .if(let conditions, let then, let otherwise):
            enters()
            self.conditions(conditions)
            block(then)
            leaves()
            block(otherwise)
        case .while(_, let conditions, let body):
            enters()
            self.conditions(conditions)
            block(body)
            leaves()
        case .repeatWhile(_, let body, let condition):
            block(body)
            expression(condition)
        case .forRange(_, let variable, let lower, let upper, _, let body):
            expression(lower)
            expression(upper)
            loop(variable, body)
        case .forArray(_, let variable, let sequence, let body), .forNext(_, let variable, let sequence, let body):
            expression(sequence)
            loop(variable, body)
        case .switch(_, let cases):
            for item in cases {
                enters()
                for alternative in item.alternatives { conditions(alternative) }
                block(item.body)
                leaves()
            }
        case .block(let body), .defer(let body): block(body)
        case .return(let value): if let value { expression(value) }
        case .doCatch(let body, let error, let clauses):
            block(body)
            for (conditions, body) in clauses {
                enters()
                // Nobody has to look at the error itself.
                reads(error)
                self.conditions(conditions)
                block(body)
                leaves()
            }
        case .function(let function): declares(function)
        case .break, .continue, .fallthrough: break
        }
    }

    private func loop(_ variable: Variable, _ body: [Statement]) {
        enters()
        declared(variable, .pattern)
        block(body)
        leaves()
    }

    final func conditions(_ conditions: [Condition]) {
        for condition in conditions {
            switch condition {
            case .isTrue(let value): expression(value)
            case .bind(let variable, let value):
                expression(value)
                declared(variable, .optionalBinding)
            case .bindGlobal(let global, let value):
                expression(value)
                writesGlobal(global)
            case .matchesCase(let value, _, let variables):
                expression(value)
                for case let variable? in variables { declared(variable, .pattern) }
            }
        }
    }

    final func expression(_ expression: Expression) {
        meets(expression)
        switch expression.kind {
        case .variable(let variable): reads(variable)
        case .global(let global): readsGlobal(global)
        case .assign(let place, let value):
            self.expression(value)
            self.place(place, isRead: false)
        case .modify(let place, _, let value):
            self.expression(value)
            self.place(place, isRead: true)
        case .address(let place): self.place(place, isRead: true)
        case .block(let body, let value):
            expressionDepth += 1
            statements(body)
            expressionDepth -= 1
            self.expression(value)
        case .closure(let function), .functionValue(let function):
            for variable in function.captures { captured(variable) }
        default:
            for child in expression.children { self.expression(child) }
        }
    }

    /// What a closure does with it is said by the closure's own body.
    func captured(_ variable: Variable) {}

    private func place(_ place: Place, isRead: Bool) {
        changes(place)
        for child in place.children { expression(child) }
        switch place.root {
        case .variable(let variable):
            writes(variable)
            if isRead { reads(variable) }
        case .global(let global):
            writesGlobal(global)
            if isRead { readsGlobal(global) }
        case .value(let value): expression(value)
        }
    }
}
