import CMachine
import Synchronization

/// Why a machine is to look up from what it runs: the bits of its flag.
package enum Attention {
    /// Stop with a fault.
    package static let interrupt: Int32 = 1
    /// Let others in where the code can be held.
    package static let visit: Int32 = 2
}

/// A top level that runs.
struct Activation {
    let frame: Slots
    let compiled: CompiledFunction
}

extension Machine {
    /// Library code that takes long says that its values can be looked at now.
    package func breathe() {
        if interruptFlag.pointee.load(ordering: .relaxed) & Attention.visit != 0 { letVisitorsIn() }
    }

    /// Library code that takes long looks whether it is to stop.
    ///
    /// - Throws: the fault of an interrupted cell.
    func checkInterrupt() throws {
        if isInterrupted { throw RuntimeFault(.interrupted, "the cell was interrupted") }
    }

    /// The flag stopped an instruction. Unless it was an interrupt, visitors are let in and the instruction is made
    /// again.
    func attend(_ word: UInt64, _ run: inout RunState) -> Bool {
        guard !isInterrupted else { return false }
        // The flag is read before a jump or call does anything, and of a pair the first has been made by then.
        switch Opcode(rawValue: UInt8(truncatingIfNeeded: word)) {
        case .call?, .callDynamic?, .intAddImmediateThenCall?: run.pc -= 2
        default: run.pc -= 1
        }
        hold(run) { letVisitorsIn() }
        return true
    }

    /// Runs `body` with the machine's stack behind the frame of a run that is held.
    func hold(_ run: RunState, _ body: () -> Void) {
        let saved = (state.pointee.top, state.pointee.depth)
        let size = table.function(at: run.pc + 1)?.entry.pointee.frameSize ?? Self.largestFrame / 2
        state.pointee.top = run.fp + size
        state.pointee.depth = state.pointee.recursionLimit - run.depthLeft
        body()
        (state.pointee.top, state.pointee.depth) = saved
    }

    /// - Complexity: one at a time; visitors are not visited.
    private func letVisitorsIn() {
        interruptFlag.pointee.bitwiseAnd(~Attention.visit, ordering: .acquiringAndReleasing)
        guard !isVisited, let onVisit else { return }
        isVisited = true
        defer { isVisited = false }
        withGlobalsInPlace(onVisit)
    }

    /// Runs `body` while globals that live in registers of running top levels are where others look for them.
    func withGlobalsInPlace(_ body: () -> Void) {
        let caught = lastCaught
        lastCaught = nil
        for activation in activations {
            for pinned in activation.compiled.pinnedGlobals {
                pinned.global.slots.update(
                    from: activation.frame + pinned.register, count: pinned.global.type.layout.count)
            }
        }
        body()
        for activation in activations {
            for pinned in activation.compiled.pinnedGlobals {
                (activation.frame + pinned.register).update(
                    from: pinned.global.slots, count: pinned.global.type.layout.count)
            }
        }
        lastCaught = caught
    }
}
