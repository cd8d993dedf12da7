/// What only objects have: weak references to them, and code that runs when they go.
///
/// Both are in the upper 48 bits of the block's second word: bit 16 says that there is a `deinit` to run, the bits from
/// 20 on are the address of the box that weak references share.
extension HeapObject {
    private static let finalizerBit: UInt64 = 1 << 16

    /// From here on, the object's `deinit` runs when its last reference goes.
    package static func armFinalizer(_ reference: Reference) {
        block(reference)[1] |= finalizerBit
    }

    // MARK: Weak references

    /// A weak reference to an object, owned; 0 for none.
    package static func makeWeak(_ object: Reference) -> Reference {
        guard object != 0 else { return 0 }
        let block = block(object)
        guard kind(block) == Kind.object.rawValue else { return 0 }
        let known = (block[1] >> 16) & ~0xf
        if known != 0 {
            retain(known)
            return known
        }
        let box = allocate(.weakBox, bodyWords: 1, descriptor: 0)
        box[headerWords] = object
        let made = reference(box)
        // The object holds one reference, the caller has the other.
        retain(made)
        block[1] |= made << 16
        return made
    }

    /// The object behind a weak reference, owned; 0 once it is gone.
    package static func loadWeak(_ box: Reference) -> Reference {
        guard box != 0 else { return 0 }
        let object = block(box)[headerWords]
        retain(object)
        return object
    }

    // MARK: The end

    /// What happens before an object's stored properties go.
    ///
    /// - Returns: false when the object's own `deinit` gave out a reference to it that is still there.
    static func dismiss(_ block: Slots) -> Bool {
        let word = block[1] >> 16
        block[1] &= 0xffff
        let box = word & ~0xf
        if box != 0 {
            HeapObject.block(box)[headerWords] = 0
            release(box)
        }
        guard word & 1 != 0 else { return true }
        block[0] = 1
        Machine.finalize(block)
        block[0] &-= 1
        return block[0] == 0
    }
}
