internal import Bindings
internal import Language
import Synchronization

extension DebugLook {
    func display(_ name: String, _ frame: Int?) -> Result<DisplayData, DebugFailure> {
        guard let (slots, type) = slots(name, frame), let machine = core.interpreter?.machine else {
            return .failure(DebugFailure("there is no variable '\(name)'"))
        }
        HeapObject.retain(slots, type.layout)
        let value = CellResult(type: type, taking: slots)
        do {
            return .success(DisplayData(try core.library.present(value, machine)))
        } catch {
            return .failure(DebugFailure(RuntimeFault(error).message))
        }
    }

    /// Runs an expression, or a statement, in sight of a frame's variables.
    func evaluate(_ text: String, _ frame: Int?) -> Result<DebugVariable, DebugFailure> {
        guard let interpreter = core.interpreter else { return .failure(DebugFailure("there is no session")) }
        let source = SourceText(name: "debugger", text: text)
        let shadows = self.shadows(frame)
        let host = CollectingHost()
        return core.withVisitor(host) { sink in
            do {
                let prepared = try core.names.withLock { try prepare(source, shadows, interpreter) }
                guard interpreter.compileBeside(prepared) else {
                    throw RuntimeFault(.internal, "a function that is running cannot be declared anew")
                }
                defer {
                    core.names.withLock { _ = interpreter.environment.adopt(prepared.cell) }
                    for shadow in shadows { shadow.writeBack() }
                }
                let result = try interpreter.execute(prepared)
                let shown = try result.map { try core.library.present($0, interpreter.machine).formats.first?.content ?? "" }
                return .success(
                    DebugVariable(
                        name: text, type: result.map { "\($0.type)" } ?? "", value: host.text + (shown ?? ""), reference: 0,
                        partCount: 0, isIndexed: false))
            } catch let problems as Diagnostics {
                return .failure(DebugFailure(problems.all.first { $0.severity == .error }?.message ?? "the expression has errors"))
            } catch {
                core.library.discardOpenDisplays()
                return .failure(DebugFailure(core.limited(RuntimeFault(error), sink).message))
            }
        }
    }

    func copyToGlobals(_ name: String, _ target: String, _ frame: Int) -> Result<Void, DebugFailure> {
        guard let interpreter = core.interpreter, let (slots, type) = slots(name, frame) else {
            return .failure(DebugFailure("there is no variable '\(name)'"))
        }
        guard target.isIdentifier else { return .failure(DebugFailure("'\(target)' is no name of a variable")) }
        let shadow = Shadow(name: target, type: type, source: slots)
        core.names.withLock { interpreter.environment.session.entities[target] = .global(shadow.global) }
        return .success(())
    }

    /// Checks the text with the frame's variables, and the running cell's names, among the session's.
    private func prepare(
        _ source: SourceText, _ shadows: [Shadow], _ interpreter: Interpreter
    ) throws -> Interpreter.Prepared {
        let session = interpreter.environment.session
        let saved = session.entities
        interpreter.environment.ignoresAccess = true
        defer {
            session.entities = saved
            interpreter.environment.ignoresAccess = false
        }
        for (name, entity) in core.runningCell?.declared ?? [:] { session.entities[name] = entity }
        for shadow in shadows { session.entities[shadow.global.name] = .global(shadow.global) }
        return try interpreter.prepare(source)
    }

    /// A frame's variables, and the stored properties of its `self`, which are named without it.
    private func shadows(_ frame: Int?) -> [Shadow] {
        guard let frame, let machine = core.interpreter?.machine else { return [] }
        let locals = locals(frame)
        var shadows: [Shadow] = []
        for case let (local, slots?) in locals.map({ ($0, $0.slots) }) {
            if local.name == "self" {
                let parts = ValueParts(of: UnsafePointer(slots), local.type, 0..<Int.max, machine).parts
                for part in parts where part.name.isIdentifier && !locals.contains(where: { $0.name == part.name }) {
                    let canChange = local.isOwned || local.type.isClass
                    shadows.append(
                        Shadow(name: part.name, type: part.type, source: part.slots, target: canChange ? UnsafeMutablePointer(mutating: part.slots) : nil))
                }
            }
            shadows.append(Shadow(name: local.name, type: local.type, source: UnsafePointer(slots), target: local.isOwned ? slots : nil))
        }
        return shadows
    }
}

/// A variable of the session in the place of a frame's variable.
private final class Shadow {
    let global: Global
    private let target: UnsafeMutablePointer<UInt64>?
    private let before: [UInt64]

    init(name: String, type: Type, source: UnsafePointer<UInt64>, target: UnsafeMutablePointer<UInt64>? = nil) {
        global = Global(name: name, type: type, isMutable: true, range: .none)
        self.target = target
        before = Array(UnsafeBufferPointer(start: source, count: type.layout.count))
        HeapObject.retain(source, type.layout)
        global.slots.update(from: source, count: type.layout.count)
        global.isInitialized = true
    }

    /// Gives the frame the value that was assigned; the old one goes with the shadow. What was not assigned stays: it may
    /// have been changed by another name, as `self.x` and `x` are.
    func writeBack() {
        guard let target, !before.elementsEqual(UnsafeBufferPointer(start: global.slots, count: before.count)) else { return }
        for index in 0..<global.type.layout.count { swap(&target[index], &global.slots[index]) }
    }
}

/// Keeps what is written while a debugger evaluates.
private final class CollectingHost: CellHost {
    private let written = Mutex("")

    var text: String { written.withLock { $0 } }

    func receive(_ event: CellEvent) {
        if case .stream(_, let text) = event { written.withLock { $0 += text } }
    }

    func readLine(prompt: String, isSecret: Bool) throws(InputUnavailable) -> String? {
        throw InputUnavailable(reason: "a debugger cannot be asked for input")
    }

    var updatesInPlace: Bool { false }
}

extension String {
    fileprivate var isIdentifier: Bool {
        guard let first = unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
        return unicodeScalars.dropFirst().allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
    }
}
