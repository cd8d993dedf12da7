internal import Bindings
internal import Language

/// What a debugger sees of a session. It belongs to the thread of the cells.
final class DebugLook {
    /// What a reference stands for. Values are found anew each time: a table of variables keeps none of them alive.
    enum Root: Hashable {
        case globals
        case locals(Int)
        case global(String)
        case local(Int, String)
    }

    private struct Handle: Hashable {
        let root: Root
        var path: [Int] = []
    }

    /// An array's parts that are shown when nobody says how many.
    private static let mostParts = 200

    unowned let core: SessionCore
    private var held: [PausedFrame] = []
    private var handles: [Handle] = []
    private var numbers: [Handle: Int] = [:]

    init(_ core: SessionCore) { self.core = core }

    var debugger: Debugger? { core.interpreter?.machine.debugger }

    /// A cell is stopped; `frames` may be looked at until `release`.
    func hold(_ frames: [PausedFrame]) { held = frames }

    func release() { held = [] }

    func reference(_ root: Root) -> Int { number(Handle(root: root)) }

    private func number(_ handle: Handle) -> Int {
        if let known = numbers[handle] { return known }
        handles.append(handle)
        numbers[handle] = handles.count
        return handles.count
    }

    func frames() -> [DebugFrame] {
        held.enumerated().map { index, frame in
            let place = frame.source.position(of: max(frame.range.start, 0))
            return DebugFrame(
                id: index + 1, name: frame.function.isEmpty ? frame.source.name : frame.function,
                path: DebugSources.path(of: frame.source.text), cell: frame.source.name, line: place.line, column: place.column)
        }
    }

    func locals(_ frame: Int) -> [PausedFrame.Local] {
        held.indices.contains(frame - 1) ? held[frame - 1].locals : []
    }

    /// The session's variables with those of the cell that runs, by name.
    var globals: [(name: String, global: Global)] {
        guard let interpreter = core.interpreter else { return [] }
        var entities = interpreter.environment.session.entities
        for (name, entity) in core.runningCell?.declared ?? [:] { entities[name] = entity }
        return entities.compactMap { name, entity in
            if case .global(let global) = entity, global.isInitialized { (name, global) } else { nil }
        }.sorted { $0.name < $1.name }
    }

    // MARK: Variables

    func variables(_ reference: Int, start: Int, count: Int) -> [DebugVariable] {
        guard handles.indices.contains(reference - 1), let machine = core.interpreter?.machine else { return [] }
        let handle = handles[reference - 1]
        switch handle.root {
        case .globals where handle.path.isEmpty:
            return globals.map { row($0.name, UnsafePointer($0.global.slots), $0.global.type, Handle(root: .global($0.name)), machine) }
        case .locals(let frame) where handle.path.isEmpty:
            return locals(frame).map { local in
                guard let slots = local.slots else { return unset(local.name, local.type) }
                return row(local.name, UnsafePointer(slots), local.type, Handle(root: .local(frame, local.name)), machine)
            }
        default:
            return withValue(handle, machine) { slots, type in
                let end = count > 0 ? start + count : start + Self.mostParts
                let parts = ValueParts(of: slots, type, start..<end, machine)
                if !parts.parts.isEmpty {
                    return parts.parts.enumerated().map { index, part in
                        var inner = handle
                        inner.path.append(start + index)
                        return row(part.name, part.slots, part.type, inner, machine)
                    }
                }
                return core.library.facts(of: slots, type).map { fact in
                    DebugVariable(name: fact.name, type: fact.type, value: fact.value, reference: 0, partCount: 0, isIndexed: false)
                }
            } ?? []
        }
    }

    private func unset(_ name: String, _ type: Type) -> DebugVariable {
        DebugVariable(name: name, type: "\(type)", value: "no value yet", reference: 0, partCount: 0, isIndexed: false)
    }

    private func row(_ name: String, _ slots: UnsafePointer<UInt64>, _ type: Type, _ handle: Handle, _ machine: Machine) -> DebugVariable {
        let parts = ValueParts.count(slots, type)
        let facts = parts > 0 ? 0 : core.library.facts(of: slots, type).count
        return DebugVariable(
            name: name, type: "\(type)", value: text(slots, type, machine), reference: parts + facts > 0 ? number(handle) : 0,
            partCount: parts + facts, isIndexed: type.arrayElement != nil)
    }

    /// `[3, 4], 96 bytes: [[…`, or the text alone of what is small and has no shape.
    private func text(_ slots: UnsafePointer<UInt64>, _ type: Type, _ machine: Machine) -> String {
        let summary = core.library.summary(of: slots, type, machine, withPreview: true)
        let size = [summary.shape, summary.bytes > 16 ? Quantity.text(bytes: summary.bytes) : ""].filter { !$0.isEmpty }.joined(separator: ", ")
        let preview = summary.preview.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        return size.isEmpty ? preview : "\(size): \(preview)"
    }

    // MARK: Finding values

    /// Where a name's value is: a frame's own variable, or the session's.
    func slots(_ name: String, _ frame: Int?) -> (slots: UnsafePointer<UInt64>, type: Type)? {
        if let frame, let local = locals(frame).first(where: { $0.name == name }) {
            return local.slots.map { (UnsafePointer($0), local.type) }
        }
        return globals.first { $0.name == name }.map { (UnsafePointer($0.global.slots), $0.global.type) }
    }

    private func withValue<Result>(
        _ handle: Handle, _ machine: Machine, _ body: (UnsafePointer<UInt64>, Type) -> Result
    ) -> Result? {
        let start: (slots: UnsafePointer<UInt64>, type: Type)?
        switch handle.root {
        case .global(let name): start = slots(name, nil)
        case .local(let frame, let name): start = slots(name, frame)
        case .globals, .locals: start = nil
        }
        guard let start else { return nil }
        return follow(handle.path[...], start.slots, start.type, machine, body)
    }

    private func follow<Result>(
        _ path: ArraySlice<Int>, _ slots: UnsafePointer<UInt64>, _ type: Type, _ machine: Machine,
        _ body: (UnsafePointer<UInt64>, Type) -> Result
    ) -> Result? {
        guard let index = path.first else { return body(slots, type) }
        let parts = ValueParts(of: slots, type, index..<(index + 1), machine)
        guard let part = parts.parts.first else { return nil }
        return withExtendedLifetime(parts) { follow(path.dropFirst(), part.slots, part.type, machine, body) }
    }
}
