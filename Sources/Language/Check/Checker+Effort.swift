/// How much work one expression may be.
///
/// Arguments, branches and operands are looked at by themselves and again as what they are wanted as. Where such forms
/// stand inside of each other the work doubles with each level; an expression that asks for too much of it is refused,
/// as the Swift compiler refuses it.
extension Checker {
    /// Parts of one expression that are looked at, those of generic functions made for it among them. An ordinary
    /// statement takes dozens, a model with a hundred layers some thousands.
    private static let mostParts = 100_000

    private static let tooMuch =
        "the compiler is unable to type-check this expression in reasonable time; try breaking up the expression into distinct sub-expressions"

    /// Whether the expression around asked for more than it may: whatever is left of it fails at once.
    private var isExhausted: Bool { partsChecked > Checker.mostParts }

    /// Counts a part of an expression; the outermost one says when it was too much.
    func counted(_ node: Node, _ body: () -> Expression) -> Expression {
        let isOutermost = expressionDepth == 0
        if isOutermost {
            (partsChecked, retries) = (0, 0)
            nearNames = [:]
        }
        partsChecked += 1
        if isExhausted, !isOutermost { return fail(Checker.tooMuch, at: node.range) }
        let before = diagnostics.count
        expressionDepth += 1
        let value = body()
        expressionDepth -= 1
        guard isOutermost, isExhausted else { return value }
        // What its parts said came of being given up.
        diagnostics.removeLast(max(0, diagnostics.count - before))
        return fail(Checker.tooMuch, at: node.range)
    }
}

/// An `if` or `switch` used as a value, and what its branches may hang on.
struct BranchKey: Hashable {
    let source: ObjectIdentifier
    let start: Int
    let variables: [String: ObjectIdentifier]
}
