/// Places that a call changes may not lie one inside the other.
extension Checker {
    func reportOverlap(of arguments: [Expression]) {
        let places = arguments.compactMap { argument -> (place: Place, range: SourceRange)? in
            if case .address(let place) = argument.kind { (place, argument.range) } else { nil }
        }
        for (index, later) in places.enumerated() {
            for earlier in places[..<index] {
                guard let name = sharedRoot(earlier.place, later.place), overlap(earlier.place.steps, later.place.steps) else { continue }
                if earlier.place.steps.isEmpty, later.place.steps.isEmpty {
                    error("inout arguments are not allowed to alias each other", at: later.range)
                } else {
                    let isSwap = later.place.isArrayElement && earlier.place.isArrayElement
                    error(
                        "overlapping accesses to '\(name)', but modification requires exclusive access; consider \(isSwap ? "calling MutableCollection.swapAt(_:_:)" : "copying to a local variable")",
                        at: earlier.range)
                }
                return
            }
        }
    }

    /// The variable that any function can reach of which two parts are changed beside each other: that is lent as a whole,
    /// and the second time while the first lasts, which is found when the call is reached.
    func lentTwice(_ arguments: [Expression]) -> String? {
        let places = arguments.compactMap { argument -> Place? in
            guard case .address(let place) = argument.kind, case .global = place.root else { return nil }
            let isInside = place.steps.allSatisfy { step, _ in if case .objectField = step { false } else { true } }
            return isInside ? place : nil
        }
        for (index, later) in places.enumerated() {
            for earlier in places[..<index] { if let name = sharedRoot(earlier, later) { return name } }
        }
        return nil
    }

    /// What stops the cell where such a call is reached.
    func faultOfLending(_ name: String, _ range: SourceRange) -> Statement {
        let outer = flow
        defer { flow = outer }
        guard case .callables(let all)? = environment.libraryEntity("_fail"), let callable = all.first else { return Statement(.expression(Expression(.unreachable, .void, range)), range) }
        let texts = ["overlapping accesses to '\(name)'", "modification requires exclusive access; copy a part to a local variable first"]
        return Statement(.expression(build(Candidate(callable: callable), texts.map { Expression(.string($0), .string, range) }, Substitution(), at: range, nameRange: range)), range)
    }

    /// The name of the variable that both places are in.
    private func sharedRoot(_ a: Place, _ b: Place) -> String? {
        switch (a.root, b.root) {
        case (.variable(let x), .variable(let y)) where x === y && !x.type.isClass: x.name.isEmpty ? nil : x.name
        case (.global(let x), .global(let y)) where x === y && !x.type.isClass: x.name
        default: nil
        }
    }

    /// Stored properties beside each other do not overlap; what a reference leads to is not known here.
    private func overlap(_ a: [(step: Place.Step, type: Type)], _ b: [(step: Place.Step, type: Type)]) -> Bool {
        for (one, other) in zip(a, b) {
            switch (one.step, other.step) {
            case (.element(let x), .element(let y)):
                if x != y { return false }
                if one.type.isClass || one.type.isExistential { return false }
            case (.unwrap, .unwrap): continue
            case (.objectField, _), (_, .objectField): return false
            default: return true
            }
        }
        return true
    }
}

extension Place {
    fileprivate var isArrayElement: Bool {
        if case .arrayElement? = steps.last?.step { true } else { false }
    }
}

extension Expression {
    var isAddress: Bool {
        if case .address = kind { true } else { false }
    }
}
