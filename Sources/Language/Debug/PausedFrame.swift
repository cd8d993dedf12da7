import CMachine

/// A function that is being run, while a debugger holds it.
package struct PausedFrame {
    /// A variable in sight; borrowed, and only for as long as the run is held.
    package struct Local {
        package let name: String
        package let type: Type
        /// nil where it has no value yet.
        package let slots: UnsafeMutablePointer<UInt64>?
        /// Whether another value may be put there.
        package let isOwned: Bool
    }

    /// Empty for a cell's top level.
    package let function: String
    package let source: SourceText
    package let range: SourceRange
    package let locals: [Local]
}

extension Machine {
    /// The functions of a run, innermost first.
    func frames(of run: RunState) -> [PausedFrame] {
        var frames: [PausedFrame] = []
        var (pc, fp) = (run.pc, run.fp)
        while let function = table.function(at: pc), let position = function.position(before: pc), frames.count < 1_000 {
            if let source = function.source {
                let offset = pc - UnsafePointer(function.entry.pointee.code)
                let mark = function.marks.last { $0.offset < offset }
                let owned = Set(function.ownedSets[position.owned])
                var locals: [PausedFrame.Local] = []
                for variable in (mark?.variables ?? []).reversed() where !variable.name.isEmpty {
                    // An inner variable hides an outer one of its name.
                    if locals.contains(where: { $0.name == variable.name }) { continue }
                    let references = variable.type.layout.references
                    locals.append(
                        PausedFrame.Local(
                            name: variable.name, type: variable.type, slots: variable.slots(in: fp),
                            isOwned: variable.place != .register || references.allSatisfy { owned.contains(variable.register + $0) }))
                }
                frames.append(
                    PausedFrame(
                        function: function.name, source: source, range: position.range, locals: locals.reversed()))
            }
            guard let next = UnsafePointer<UInt64>(bitPattern: UInt(fp[-2])), next != UnsafePointer(haltCode) else { break }
            pc = next
            fp = Self.slots(fp[-1])
        }
        return frames
    }

    /// Whether a `catch` of the run takes what is thrown there.
    func hasHandler(_ run: RunState) -> Bool {
        var (pc, fp) = (run.pc, run.fp)
        while let function = table.function(at: pc) {
            let offset = pc - UnsafePointer(function.entry.pointee.code) - 1
            if function.handlers.contains(where: { $0.start <= offset && offset < $0.end }) { return true }
            guard let next = UnsafePointer<UInt64>(bitPattern: UInt(fp[-2])), next != UnsafePointer(haltCode) else { return false }
            pc = next
            fp = Self.slots(fp[-1])
        }
        return false
    }

    /// Whether a handler took the error before and it is only passed on.
    func isThrownOn(_ error: Reference) -> Bool { lastCaught?.reference == error }

    func describeThrown(_ error: Reference) -> RuntimeFault {
        var reference = error
        let (type, slots) = HeapObject.existential(at: &reference)
        let text = (try? describe(slots, type, debug: true)) ?? "\(type)"
        return RuntimeFault(.uncaught, text)
    }
}
