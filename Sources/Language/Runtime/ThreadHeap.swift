import Glibc

/// A thread's lists of free small blocks. Blocks of at most 256 bytes are kept by size for the next value that needs
/// one, the others come from and go to the C library.
struct ThreadHeap {
    /// Heads of the lists, one for each multiple of 16 bytes; index 0 is unused.
    private var lists: UnsafeMutablePointer<Slots?>
    /// Blocks handed out less blocks taken back.
    var live = 0

    private static let classes = 17

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { memory in
            guard let memory else { return }
            let heap = memory.assumingMemoryBound(to: ThreadHeap.self)
            for index in 0..<ThreadHeap.classes {
                while let block = heap.pointee.lists[index] {
                    heap.pointee.lists[index] = Slots(bitPattern: UInt(block[0]))
                    Glibc.free(block)
                }
            }
            heap.pointee.lists.deallocate()
            heap.deallocate()
        }
        return key
    }()

    static var current: UnsafeMutablePointer<ThreadHeap> {
        @inline(__always) get {
            if let memory = pthread_getspecific(key) {
                return memory.assumingMemoryBound(to: ThreadHeap.self)
            }
            return make()
        }
    }

    @inline(never)
    private static func make() -> UnsafeMutablePointer<ThreadHeap> {
        let lists = UnsafeMutablePointer<Slots?>.allocate(capacity: classes)
        lists.initialize(repeating: nil, count: classes)
        let heap = UnsafeMutablePointer<ThreadHeap>.allocate(capacity: 1)
        heap.initialize(to: ThreadHeap(lists: lists))
        pthread_setspecific(key, heap)
        return heap
    }

    private init(lists: UnsafeMutablePointer<Slots?>) { self.lists = lists }

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
            block = system(bytes: sizeClass &* 16)
        }
        block[1] = kind | UInt64(truncatingIfNeeded: sizeClass) << 8
        return block
    }

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

    /// Large blocks were approved by the memory limit before; the C library has no more to give only when the whole
    /// machine has none.
    private static func system(bytes: Int) -> Slots {
        guard let memory = malloc(bytes) else {
            fatalError("the system is out of memory")
        }
        return memory.assumingMemoryBound(to: UInt64.self)
    }
}
