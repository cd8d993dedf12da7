/// What long work calls now and then: it throws once the cell is interrupted.
package typealias InterruptCheck = () throws -> Void

/// Native functions made from typed Swift closures. Few parameters have overloads of their own: a call through a
/// parameter pack costs several times as much.
extension NativeFunction {
    package convenience init<Result: CellValue>(
        _ name: String, canThrow: Bool = false, _ body: @escaping () throws -> Result
    ) {
        self.init(name: name, isInout: [], canThrow: canThrow) { frame in
            try body().store(frame.result)
        }
        argumentLayout = []
    }

    package convenience init<A: CellValue, Result: CellValue>(
        _ name: String, canThrow: Bool = false, _ body: @escaping (A) throws -> Result
    ) {
        self.init(name: name, isInout: [A.isInout], canThrow: canThrow) { frame in
            try body(A.load(frame.arguments)).store(frame.result)
        }
        argumentLayout = A.cellLayout.isReference
    }

    package convenience init<A: CellValue, B: CellValue, Result: CellValue>(
        _ name: String, canThrow: Bool = false, _ body: @escaping (A, B) throws -> Result
    ) {
        self.init(name: name, isInout: [A.isInout, B.isInout], canThrow: canThrow) { frame in
            let arguments = UnsafePointer(frame.arguments)
            try body(A.load(arguments), B.load(arguments + A.slotCount)).store(frame.result)
        }
        argumentLayout = A.cellLayout.isReference + B.cellLayout.isReference
    }

    package convenience init<A: CellValue, B: CellValue, C: CellValue, Result: CellValue>(
        _ name: String, canThrow: Bool = false, _ body: @escaping (A, B, C) throws -> Result
    ) {
        self.init(name: name, isInout: [A.isInout, B.isInout, C.isInout], canThrow: canThrow) {
            frame in
            let first = UnsafePointer(frame.arguments)
            let second = first + A.slotCount
            let third = second + B.slotCount
            try body(A.load(first), B.load(second), C.load(third)).store(frame.result)
        }
        argumentLayout = A.cellLayout.isReference + B.cellLayout.isReference + C.cellLayout.isReference
    }

    /// Any number of parameters.
    package convenience init<each A: CellValue, Result: CellValue>(
        _ name: String, canThrow: Bool = false, _ body: @escaping (repeat each A) throws -> Result
    ) {
        self.init(name: name, isInout: Self.areInout((repeat (each A).self)), canThrow: canThrow) {
            frame in
            var reader = SlotReader(frame.arguments)
            try body(repeat try reader.next((each A).self)).store(frame.result)
        }
        argumentLayout = Self.layouts((repeat (each A).self))
    }

    /// A function that can take long: it calls what it is given first, which throws once the cell is interrupted.
    package convenience init<each A: CellValue, Result: CellValue>(
        long name: String, _ body: @escaping (InterruptCheck, repeat each A) throws -> Result
    ) {
        self.init(name: name, isInout: Self.areInout((repeat (each A).self))) { frame in
            var reader = SlotReader(frame.arguments)
            let machine = frame.machine
            try body({ try machine.checkInterrupt() }, repeat try reader.next((each A).self)).store(frame.result)
        }
        argumentLayout = Self.layouts((repeat (each A).self))
    }

    /// Any number of parameters, no result.
    package convenience init<each A: CellValue>(
        _ name: String, canThrow: Bool = false, _ body: @escaping (repeat each A) throws -> Void
    ) {
        self.init(name: name, isInout: Self.areInout((repeat (each A).self)), canThrow: canThrow) {
            frame in
            var reader = SlotReader(frame.arguments)
            try body(repeat try reader.next((each A).self))
        }
    }

    /// A tuple as result.
    package convenience init<each A: CellValue, First: CellValue, Second: CellValue>(
        _ name: String, canThrow: Bool = false,
        _ body: @escaping (repeat each A) throws -> (First, Second)
    ) {
        self.init(name: name, isInout: Self.areInout((repeat (each A).self)), canThrow: canThrow) {
            frame in
            var reader = SlotReader(frame.arguments)
            let (first, second) = try body(repeat try reader.next((each A).self))
            first.store(frame.result)
            second.store(frame.result + First.slotCount)
        }
    }

    /// A tuple of three as result.
    package convenience init<
        each A: CellValue, First: CellValue, Second: CellValue, Third: CellValue
    >(
        _ name: String, canThrow: Bool = false,
        _ body: @escaping (repeat each A) throws -> (First, Second, Third)
    ) {
        self.init(name: name, isInout: Self.areInout((repeat (each A).self)), canThrow: canThrow) {
            frame in
            var reader = SlotReader(frame.arguments)
            let (first, second, third) = try body(repeat try reader.next((each A).self))
            first.store(frame.result)
            second.store(frame.result + First.slotCount)
            third.store(frame.result + First.slotCount + Second.slotCount)
        }
    }

    /// A tuple of four as result.
    package convenience init<
        each A: CellValue, First: CellValue, Second: CellValue, Third: CellValue, Fourth: CellValue
    >(
        _ name: String, canThrow: Bool = false,
        _ body: @escaping (repeat each A) throws -> (First, Second, Third, Fourth)
    ) {
        self.init(name: name, isInout: Self.areInout((repeat (each A).self)), canThrow: canThrow) {
            frame in
            var reader = SlotReader(frame.arguments)
            let (first, second, third, fourth) = try body(repeat try reader.next((each A).self))
            first.store(frame.result)
            second.store(frame.result + First.slotCount)
            third.store(frame.result + First.slotCount + Second.slotCount)
            fourth.store(frame.result + First.slotCount + Second.slotCount + Third.slotCount)
        }
    }

    private static func layouts<each A: CellValue>(_ types: (repeat (each A).Type)) -> [Bool] {
        var result: [Bool] = []
        for type in repeat each types { result += type.cellLayout.isReference }
        return result
    }

    private static func areInout<each A: CellValue>(_ types: (repeat (each A).Type)) -> [Bool] {
        var result: [Bool] = []
        for type in repeat each types { result.append(type.isInout) }
        return result
    }
}
