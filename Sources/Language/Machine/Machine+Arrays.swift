import Glibc

/// Arrays: copies when shared, room when full. What can go wrong is checked before anything changes.
extension Machine {
    static let physicalMemory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))

    /// Asks for memory; small values are not worth the question.
    func approve(words: Int) throws {
        guard words > 1 << 14 else { return }
        let (bytes, overflow) = words.multipliedReportingOverflow(by: 8)
        // A value that grows is there twice for a moment, and what the machine does not have ends the process.
        if overflow || bytes > Self.physicalMemory / 4 {
            let wanted = overflow ? "more than any machine has" : "\(bytes >> 20) MB"
            throw RuntimeFault(
                .outOfMemory,
                "out of memory: one value would take \(wanted)",
                help: "a value may take a quarter of the machine's \(Self.physicalMemory >> 20) MB")
        }
        try approveAllocation?(bytes)
    }

    /// Makes the array at a place the only reference to its block.
    @inline(never)
    func makeUnique(_ place: Slots) -> (any Error)? {
        do {
            let array = Self.slots(place[0])
            try reallocate(place, capacity: HeapObject.count(array))
            return nil
        } catch {
            return error
        }
    }

    /// Makes the array at a place unique, with room for so many more elements.
    @inline(never)
    func makeRoom(_ place: Slots, for additional: Int) -> (any Error)? {
        do {
            try reserve(place, additional)
            return nil
        } catch {
            return error
        }
    }

    func reserve(_ place: Slots, _ additional: Int) throws {
        let array = Self.slots(place[0])
        let needed = HeapObject.count(array) + additional
        let capacity = Int(array[4])
        if capacity >= needed {
            if array[0] != 1 { try reallocate(place, capacity: capacity) }
        } else {
            try reallocate(place, capacity: max(needed, capacity * 2, 4))
        }
    }

    /// The elements in a block of another capacity: moved when the old block was the place's alone, copied when not.
    func reallocate(_ place: Slots, capacity: Int) throws {
        let old = Self.slots(place[0])
        let layout = HeapObject.layout(old)
        let count = HeapObject.count(old)
        let stride = layout.pointee.slots
        let (words, overflow) = capacity.multipliedReportingOverflow(by: max(stride, 1))
        try approve(words: overflow ? Int.max : words)
        let new = HeapObject.makeArray(capacity: max(capacity, count), layout: layout)
        HeapObject.elements(new).update(from: HeapObject.elements(old), count: count &* stride)
        new[3] = UInt64(count)
        if old[0] == 1 {
            old[3] = 0
        } else {
            LayoutDescriptor.retain(HeapObject.elements(new), count: count, layout)
        }
        place[0] = HeapObject.reference(new)
        HeapObject.release(HeapObject.reference(old))
    }

    /// Appends one element, whose ownership goes to the array.
    func append(_ place: Slots, _ element: UnsafePointer<UInt64>) throws {
        if let error = makeRoom(place, for: 1) { throw error }
        let array = Self.slots(place[0])
        let stride = HeapObject.layout(array).pointee.slots
        (HeapObject.elements(array) + HeapObject.count(array) &* stride).update(
            from: element, count: stride)
        array[3] &+= 1
    }

    func append(_ place: Slots, contentsOf other: Reference) throws {
        let added = HeapObject.count(Self.slots(other))
        // `a.append(contentsOf: a)` reads from the array it grows.
        HeapObject.retain(other)
        defer { HeapObject.release(other) }
        try reserve(place, added)
        let array = Self.slots(place[0])
        let layout = HeapObject.layout(array)
        let stride = layout.pointee.slots
        let target = HeapObject.elements(array) + HeapObject.count(array) &* stride
        target.update(from: HeapObject.elements(Self.slots(other)), count: added &* stride)
        LayoutDescriptor.retain(target, count: added, layout)
        array[3] &+= UInt64(added)
    }

    func concatenate(_ left: Reference, _ right: Reference) throws -> Reference {
        var result = left
        HeapObject.retain(result)
        do {
            try append(&result, contentsOf: right)
        } catch {
            HeapObject.release(result)
            throw error
        }
        return result
    }

    func repeating(
        _ element: UnsafePointer<UInt64>, count: Int, layout: UnsafePointer<LayoutDescriptor>
    ) throws -> Reference {
        guard count >= 0 else {
            throw RuntimeFault(.range, "an array cannot have \(count) elements")
        }
        let stride = layout.pointee.slots
        let (words, overflow) = count.multipliedReportingOverflow(by: max(stride, 1))
        try approve(words: overflow ? Int.max : words)
        let array = HeapObject.makeArray(capacity: count, layout: layout)
        let elements = HeapObject.elements(array)
        if stride == 1 {
            elements.update(repeating: element[0], count: count)
        } else {
            for index in 0..<count {
                (elements + index &* stride).update(from: element, count: stride)
            }
        }
        LayoutDescriptor.retain(elements, count: count, layout)
        array[3] = UInt64(count)
        return HeapObject.reference(array)
    }

    func slice(_ reference: Reference, _ lower: Int, _ upper: Int) throws -> Reference {
        let array = Self.slots(reference)
        let count = HeapObject.count(array)
        guard lower <= upper else {
            throw RuntimeFault(
                .range, "a range needs its lower bound first: \(lower) is greater than \(upper)")
        }
        guard lower >= 0, upper <= count else {
            throw RuntimeFault(
                .index,
                "the range \(lower)..<\(upper) is out of range for an array of \(count) elements")
        }
        let layout = HeapObject.layout(array)
        let stride = layout.pointee.slots
        try approve(words: (upper - lower) * stride)
        let result = HeapObject.makeArray(capacity: upper - lower, layout: layout)
        HeapObject.elements(result).update(
            from: HeapObject.elements(array) + lower * stride, count: (upper - lower) * stride)
        result[3] = UInt64(upper - lower)
        LayoutDescriptor.retain(HeapObject.elements(result), count: upper - lower, layout)
        return HeapObject.reference(result)
    }

    /// Takes an element out, which the caller then owns.
    func remove(_ place: Slots, at index: Int, into result: Slots) throws {
        let count = HeapObject.count(Self.slots(place[0]))
        guard index >= 0, index < count else { throw Self.indexFault(index, count: count) }
        try reserve(place, 0)
        let array = Self.slots(place[0])
        let stride = HeapObject.layout(array).pointee.slots
        let element = HeapObject.elements(array) + index &* stride
        result.update(from: element, count: stride)
        element.update(from: element + stride, count: (count - index - 1) * stride)
        array[3] &-= 1
    }

    func removeLast(_ place: Slots, into result: Slots) throws {
        let count = HeapObject.count(Self.slots(place[0]))
        guard count > 0 else {
            throw RuntimeFault(
                .index, "an empty array has no last element to remove",
                help: "test with isEmpty first")
        }
        try remove(place, at: count - 1, into: result)
    }

    func insert(_ place: Slots, _ element: UnsafePointer<UInt64>, at index: Int) throws {
        let count = HeapObject.count(Self.slots(place[0]))
        guard index >= 0, index <= count else { throw Self.indexFault(index, count: count) }
        try reserve(place, 1)
        let array = Self.slots(place[0])
        let stride = HeapObject.layout(array).pointee.slots
        let target = HeapObject.elements(array) + index &* stride
        (target + stride).update(from: target, count: (count - index) * stride)
        target.update(from: element, count: stride)
        array[3] &+= 1
    }

    func removeAll(_ place: Slots) {
        let old = place[0]
        place[0] = HeapObject.reference(
            HeapObject.makeArray(capacity: 0, layout: HeapObject.layout(Self.slots(old))))
        HeapObject.release(old)
    }

    func swap(_ place: Slots, _ first: Int, _ second: Int) throws {
        let count = HeapObject.count(Self.slots(place[0]))
        for index in [first, second] where index < 0 || index >= count {
            throw Self.indexFault(index, count: count)
        }
        try reserve(place, 0)
        let array = Self.slots(place[0])
        let stride = HeapObject.layout(array).pointee.slots
        let elements = HeapObject.elements(array)
        for slot in 0..<stride {
            let kept = elements[first * stride + slot]
            elements[first * stride + slot] = elements[second * stride + slot]
            elements[second * stride + slot] = kept
        }
    }
}
