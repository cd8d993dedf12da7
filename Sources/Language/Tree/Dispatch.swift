import CMachine

/// A method, accessor or initialiser that is found by the type a value has at run time: a protocol's requirement, or a
/// class's member that a class below may override.
///
/// The machine reads `cache`, plain memory: eight pairs of a type's and a code entry's address, and behind them this
/// object's own address. A pair that is not there is looked up through the machine's resolver.
package final class Dispatch: @unchecked Sendable {
    package let name: String
    /// The protocol or class that introduces it.
    package let owner: NominalType
    /// What the checker knows of it.
    weak var declaration: AnyObject?
    /// Keeps what nobody else knows of.
    var kept: AnyObject?
    /// What a generic method's own parameters stand for.
    var arguments: [Type] = []
    /// The receiver is a metatype: an initialiser or static member.
    var isOnMetatype = false
    /// An error may leave what it finds.
    var mayThrow: Bool {
        guard let callable = declaration as? Callable else { return true }
        return callable.canThrow || callable.throwsThroughClosures
    }
    let cache: Slots
    /// Compiled functions that the cache points at.
    private var held: [AnyObject] = []

    static let pairs = 8

    package init(name: String, owner: NominalType) {
        self.name = name
        self.owner = owner
        cache = .allocate(capacity: Dispatch.pairs * 2 + 1)
        cache.initialize(repeating: 0, count: Dispatch.pairs * 2 + 1)
        cache[Dispatch.pairs * 2] = UInt64(
            UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()))
    }

    deinit { cache.deallocate() }

    /// Where a type's pair lies.
    static func slot(_ type: UInt64) -> Int { vj_dispatch_slot(type) }

    static func of(_ cache: Slots) -> Dispatch {
        Unmanaged<Dispatch>.fromOpaque(HeapObject.pointer(cache[pairs * 2])).takeUnretainedValue()
    }

    func remember(_ type: UInt64, _ compiled: CompiledFunction) {
        let slot = Dispatch.slot(type)
        cache[slot] = type
        cache[slot + 1] = UInt64(UInt(bitPattern: compiled.entry))
        if !held.contains(where: { $0 === compiled }) { held.append(compiled) }
    }

    /// Forgets what was found: a cell may have declared something else since.
    package func forget() {
        for index in 0..<(Dispatch.pairs * 2) { cache[index] = 0 }
        held = []
    }
}
