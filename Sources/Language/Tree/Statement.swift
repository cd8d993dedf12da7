/// A statement of a function's body, or of a cell's top level.
package final class Statement {
    package indirect enum Kind {
        case expression(Expression)
        /// `let`/`var` of one variable; without a value it is assigned later (checked to be so before use).
        case declare(Variable, Expression?)
        case declareGlobal(Global, Expression?)
        /// A tuple taken apart: a variable for each element, nil for `_`; nested patterns are written out before.
        case destructure([Binding?], Expression)
        case `if`([Condition], [Statement], [Statement])
        case `while`(Label, [Condition], [Statement])
        case repeatWhile(Label, [Statement], Expression)
        /// `for i in lower..<upper` and its closed form over Int.
        case forRange(Label, Variable, lower: Expression, upper: Expression, isClosed: Bool, [Statement])
        /// `for x in array`; the array is held while the loop runs.
        case forArray(Label, Variable, Expression, [Statement])
        /// A loop whose condition is `next` giving some: the variable is set to the unwrapped value each time.
        case forNext(Label, Variable, next: Expression, [Statement])
        case `switch`(Label, [SwitchCase])
        case block([Statement])
        case `break`(Label)
        case `continue`(Label)
        case `fallthrough`
        case `return`(Expression?)
        case `defer`([Statement])
        case `throw`(Expression)
        /// do with catch clauses; the error is in the variable, clauses are tried in order, no match throws on.
        case doCatch([Statement], error: Variable, [([Condition], [Statement])])
        /// A local function becomes known (its captures are taken here).
        case function(Function)
    }

    package let kind: Kind
    package let range: SourceRange

    package init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// Where a destructured element goes.
package enum Binding {
    case variable(Variable)
    case global(Global)
}

/// A loop or switch that `break` and `continue` can name.
package final class Label {
    package let name: String

    package init(name: String = "") {
        self.name = name
    }
}

/// A part of an `if`, `guard` or `while` condition.
package enum Condition {
    case isTrue(Expression)
    /// Holds when the optional is some; the variable is the value.
    case bind(Variable, Expression)
    case bindGlobal(Global, Expression)
    /// An enum's value has this case; its payload goes to the variables.
    case matchesCase(Expression, Int, [Variable?])
}

/// One case of a switch: the first alternative whose conditions all hold runs the body. The subject was evaluated
/// into a variable before; `default` is a case with one empty alternative.
package struct SwitchCase {
    package let alternatives: [[Condition]]
    package let body: [Statement]
    /// The case before falls into the body, which uses no variable of the conditions.
    package let isFallenInto: Bool

    package init(alternatives: [[Condition]], body: [Statement], isFallenInto: Bool = false) {
        self.alternatives = alternatives
        self.body = body
        self.isFallenInto = isFallenInto
    }
}
