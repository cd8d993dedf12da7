import Glibc

/// A reference as it lies in a slot: the address of a block of the cells' heap, 0 for none.
package typealias Reference = UInt64

/// Slots of a value: a frame's registers, an array's elements, a global's memory.
package typealias Slots = UnsafeMutablePointer<UInt64>

/// The blocks that values of cells live in when they do not fit a slot.
///
/// Every block starts with the same three words; what follows depends on its kind.
///
///     0   reference count
///     1   kind (byte 0), size class (byte 1)
///     2   descriptor: a LayoutDescriptor, or what the kind says
///     3…  body
///
/// Counts are not atomic: values of a session belong to the thread that runs its cells.
package enum HeapObject {
    package enum Kind: UInt64 {
        /// Body: a Swift String and what was put at its end since. A Character is a String of one.
        case string = 1
        /// Body: count, capacity, elements. Descriptor: an element's layout.
        case array
        /// A variable that closures share. Body: its slots. Descriptor: their layout.
        case box
        /// Body: entry, compiled function, captured slots. Descriptor: the layout of those.
        case closure
        /// An instance of a cell's class. Body: type, slots of the stored properties.
        case object
        /// A value with its type. Body: type, slots.
        case existential
        /// A value of the library. Body: the Swift value itself. Descriptor: its metatype.
        case native
        /// Body: the storage object, retained.
        case dictionary
        /// What weak references to an object share. Body: the object's block, 0 once it is gone.
        case weakBox
        /// A part of a text. Descriptor: the text. Body: where the part ends; it starts where the upper 48 bits of the
        /// second word say.
        case substring
    }

    /// Words before the body.
    package static let headerWords = 3
    /// Words before an array's elements.
    package static let arrayHeaderWords = 5
    /// Words before the slots of an object or existential, and of a closure's captures.
    package static let typedHeaderWords = 4
    package static let closureHeaderWords = 5

    @inline(__always)
    package static func block(_ reference: Reference) -> Slots {
        Slots(bitPattern: UInt(reference)).unsafelyUnwrapped
    }

    @inline(__always)
    package static func reference(_ block: Slots) -> Reference {
        UInt64(UInt(bitPattern: block))
    }

    @inline(__always)
    package static func kind(_ block: Slots) -> UInt64 { block[1] & 0xff }

    // MARK: Counting

    @inline(__always)
    package static func retain(_ reference: Reference) {
        if let block = Slots(bitPattern: UInt(reference)) { block[0] &+= 1 }
    }

    @inline(__always)
    package static func release(_ reference: Reference) {
        guard let block = Slots(bitPattern: UInt(reference)) else { return }
        let count = block[0] &- 1
        block[0] = count
        if count == 0 { destroy(block) }
    }

    @inline(__always)
    package static func isUnique(_ reference: Reference) -> Bool { block(reference)[0] == 1 }

    package static func retain(_ slots: UnsafePointer<UInt64>, _ layout: Layout) {
        for index in layout.references { retain(slots[index]) }
    }

    package static func release(_ slots: UnsafePointer<UInt64>, _ layout: Layout) {
        for index in layout.references { release(slots[index]) }
    }

    // MARK: Blocks

    /// A block with count 1 and room for so many words of body, which the caller fills.
    @inline(__always)
    package static func allocate(_ kind: Kind, bodyWords: Int, descriptor: UInt64) -> Slots {
        let block = ThreadHeap.allocate(words: bodyWords &+ headerWords, kind: kind.rawValue)
        block[0] = 1
        block[2] = descriptor
        return block
    }

    @inline(__always)
    package static func allocate(
        _ kind: Kind, bodyWords: Int, layout: UnsafePointer<LayoutDescriptor>
    ) -> Slots {
        allocate(kind, bodyWords: bodyWords, descriptor: UInt64(UInt(bitPattern: layout)))
    }

    @inline(__always)
    package static func layout(_ block: Slots) -> UnsafePointer<LayoutDescriptor> {
        UnsafePointer(bitPattern: UInt(block[2])).unsafelyUnwrapped
    }

    /// Blocks of this thread that are alive; tests count them.
    package static var liveBlocks: Int { ThreadHeap.current.pointee.live }

    /// Frees a block whose count reached 0 and what only it held, without recursion: a list of a million objects
    /// must not need a million native frames.
    @inline(never)
    package static func destroy(_ first: Slots) {
        var pending: Slots? = first
        first[0] = 0
        while let block = pending {
            pending = Slots(bitPattern: UInt(block[0]))
            switch kind(block) {
            case Kind.string.rawValue:
                destroyString(block)
            case Kind.array.rawValue:
                let layout = layout(block)
                if layout.pointee.referenceCount != 0 {
                    drop(
                        block + arrayHeaderWords, count: Int(bitPattern: UInt(block[3])), layout,
                        &pending)
                }
            case Kind.box.rawValue:
                drop(block + headerWords, count: 1, layout(block), &pending)
            case Kind.substring.rawValue:
                release(block[2])
            case Kind.closure.rawValue:
                drop(block + closureHeaderWords, count: 1, layout(block), &pending)
                let compiled = Unmanaged<CompiledFunction>.fromOpaque(pointer(block[4]))
                compiled._withUnsafeGuaranteedRef { $0.closures &-= 1 }
                compiled.release()
            case Kind.object.rawValue:
                if block[1] >> 16 != 0, !dismiss(block) { continue }
                letGoOfType(block)
                drop(block + typedHeaderWords, count: 1, layout(block), &pending)
            case Kind.existential.rawValue:
                letGoOfType(block)
                drop(block + typedHeaderWords, count: 1, layout(block), &pending)
            case Kind.weakBox.rawValue:
                break
            case Kind.native.rawValue:
                deinitialize(
                    unsafeBitCast(pointer(block[2]), to: Any.Type.self), block + headerWords)
            default:
                Unmanaged<AnyObject>.fromOpaque(pointer(block[3])).release()
            }
            ThreadHeap.free(block)
        }
    }

    /// Lets go of the references among values in a row; blocks that die are chained through their first word.
    @inline(__always)
    private static func drop(
        _ slots: Slots, count: Int, _ layout: UnsafePointer<LayoutDescriptor>,
        _ pending: inout Slots?
    ) {
        let references = layout.pointee.references
        let referenceCount = layout.pointee.referenceCount
        let stride = layout.pointee.slots
        // What is chained last goes first: from the end, so that values go in the order they lie in.
        var slots = slots + count &* stride
        for _ in 0..<count {
            slots -= stride
            var index = referenceCount
            while index > 0 {
                index &-= 1
                guard let block = Slots(bitPattern: UInt(slots[references[index]])) else {
                    continue
                }
                let count = block[0] &- 1
                block[0] = count
                if count == 0 {
                    block[0] = UInt64(UInt(bitPattern: pending))
                    pending = block
                }
            }
        }
    }

    @inline(__always)
    static func pointer(_ word: UInt64) -> UnsafeRawPointer {
        UnsafeRawPointer(bitPattern: UInt(word)).unsafelyUnwrapped
    }

    private static func deinitialize<Value>(_ type: Value.Type, _ body: Slots) {
        UnsafeMutableRawPointer(body).assumingMemoryBound(to: type).deinitialize(count: 1)
    }
}

/// A layout as the heap needs it: plain memory that lives forever, one for each distinct layout.
package struct LayoutDescriptor {
    package let slots: Int
    package let referenceCount: Int
    package let references: UnsafePointer<Int>
}
