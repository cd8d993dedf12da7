internal import CThreads
import Glibc
import Synchronization

/// A thread's lists of free small blocks. Blocks of at most 256 bytes are cut from slabs and kept by size for the next
/// value that needs one, the others come from and go to the C library.
struct ThreadHeap {
    /// Heads of the lists, one for each multiple of 16 bytes; index 0 is unused.
    private var lists: UnsafeMutablePointer<Slots?>
    /// Blocks handed out less blocks taken back.
    var live = 0
    /// Where the next block is cut, and how many bytes are left there.
    private var free: Slots?
    private var bytesLeft = 0
    /// The texts of one character of ASCII, one for each, held here: made when the first is asked for.
    private var characters: Slots?

    private static let classes = 17
    private static let slabBytes = 1 << 16

    /// A heap as it goes from a thread that ends to one that begins.
    private struct Idle: @unchecked Sendable {
        let heap: UnsafeMutablePointer<ThreadHeap>
    }

    /// Heaps of threads that have ended. Values may still lie in their slabs, so these are never given back.
    private static let idle = Mutex<[Idle]>([])

    /// Only for what is done at a thread's end.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { memory in
            guard let memory else { return }
            vj_set_thread_word(nil)
            let heap = Idle(heap: memory.assumingMemoryBound(to: ThreadHeap.self))
            ThreadHeap.idle.withLock { $0.append(heap) }
        }
        return key
    }()

    static var current: UnsafeMutablePointer<ThreadHeap> {
        @inline(__always) get {
            if let memory = vj_get_thread_word() {
                return memory.assumingMemoryBound(to: ThreadHeap.self)
            }
            return make()
        }
    }

    @inline(never)
    private static func make() -> UnsafeMutablePointer<ThreadHeap> {
        let heap: UnsafeMutablePointer<ThreadHeap>
        if let known = idle.withLock({ $0.popLast() }) {
            heap = known.heap
        } else {
            heap = .allocate(capacity: 1)
            heap.initialize(to: ThreadHeap())
        }
        pthread_setspecific(key, heap)
        vj_set_thread_word(heap)
        return heap
    }

    private init() {
        lists = .allocate(capacity: Self.classes)
        lists.initialize(repeating: nil, count: Self.classes)
    }

    // MARK: Blocks

    @inline(__always)
    static func allocate(words: Int, kind: UInt64) -> Slots {
        let heap = current
        heap.pointee.live &+= 1
        let sizeClass = (words &+ 1) / 2
        guard sizeClass < classes else {
            let block = system(bytes: words &* 8)
            block[1] = kind
            return block
        }
        let block: Slots
        if let free = heap.pointee.lists[sizeClass] {
            heap.pointee.lists[sizeClass] = Slots(bitPattern: UInt(free[0]))
            block = free
        } else {
            block = heap.pointee.cut(bytes: sizeClass &* 16)
        }
        block[1] = kind | UInt64(truncatingIfNeeded: sizeClass) << 8
        return block
    }

    @inline(__always)
    static func free(_ block: Slots) {
        let heap = current
        heap.pointee.live &-= 1
        let sizeClass = Int(truncatingIfNeeded: (block[1] >> 8) & 0xff)
        if sizeClass == 0 {
            Glibc.free(block)
        } else {
            block[0] = UInt64(UInt(bitPattern: heap.pointee.lists[sizeClass]))
            heap.pointee.lists[sizeClass] = block
        }
    }

    /// A block that was not there before. Blocks start at multiples of 16 bytes.
    @inline(never)
    private mutating func cut(bytes: Int) -> Slots {
        guard let block = free, bytesLeft >= bytes else {
            let block = Self.system(bytes: Self.slabBytes)
            free = block + bytes / 8
            bytesLeft = Self.slabBytes - bytes
            return block
        }
        free = block + bytes / 8
        bytesLeft -= bytes
        return block
    }

    /// Large blocks were approved by the memory limit before; the C library has no more to give only when the whole
    /// machine has none.
    private static func system(bytes: Int) -> Slots {
        guard let memory = malloc(bytes) else {
            fatalError("the system is out of memory")
        }
        return memory.assumingMemoryBound(to: UInt64.self)
    }

    // MARK: Characters

    /// The text of one character of ASCII, owned.
    @inline(__always)
    static func character(_ byte: UInt8) -> Reference {
        let heap = current
        let known = heap.pointee.characters ?? heap.pointee.makeCharacters()
        let reference = known[Int(byte & 0x7f)]
        HeapObject.retain(reference)
        return reference
    }

    @inline(never)
    private mutating func makeCharacters() -> Slots {
        let made = Slots.allocate(capacity: 128)
        for code in 0..<128 {
            made[code] = HeapObject.makeString(String(UnicodeScalar(UInt8(code))))
        }
        characters = made
        // They are the heap's own.
        live -= 128
        return made
    }
}
