internal import Glibc

extension StandardLibrary {
    /// print, readLine, precondition and their like.
    func declareFunctions() {
        declareOutput()
        let read = read
        native("func readLine(strippingNewline: Bool = true) -> String?", "A line that the user types, or nil at the end of input.", "", NativeFunction("readLine") { (stripping: Bool) throws -> String? in
            try read().map { stripping ? $0 : $0 + "\n" }
        })
        for name in ["precondition", "assert"] {
            let what = name == "assert" ? "assertion failed" : "precondition failed"
            source("func \(name)(_ condition: Bool, _ message: @autoclosure () -> String) {\n if !condition { _fail(\"\(what)\", message()) }\n}", "An error where the condition does not hold; the message is only made then.", "\(name)(1 + 1 == 2, \"numbers are numbers\")")
            source("func \(name)(_ condition: Bool) {\n if !condition { _fail(\"\(what)\", \"\") }\n}", "An error where the condition does not hold.", "\(name)(1 + 1 == 2)")
        }
        native("func _fail(_ what: String, _ message: String) -> Never", "Stops the cell with an error.", NativeFunction("fail") { (what: String, message: String) throws -> CellVoid in
            throw RuntimeFault(.precondition, message.isEmpty ? what : "\(what): \(message)")
        })
        for (name, what) in [("fatalError", "fatal error"), ("preconditionFailure", "precondition failed"), ("assertionFailure", "assertion failed")] {
            let result = name == "assertionFailure" ? "" : " -> Never"
            native("func \(name)(_ message: String = \"\")\(result)", "Stops the cell with an error. The session goes on.", "", NativeFunction(name) { (message: String) throws -> CellVoid in
                throw RuntimeFault(.precondition, message.isEmpty ? what : message)
            })
        }
        native("func exit(_ status: Int32) -> Never", "An error: a cell cannot end the session.", "", NativeFunction("exit") { (_: Int32) throws -> CellVoid in
            throw RuntimeFault(.precondition, "a cell cannot end its session", help: "use 'return' in a function, or 'fatalError(…)' to stop the cell with an error")
        })
        source("func swap<T>(_ a: inout T, _ b: inout T) {\n let old = a\n a = b\n b = old\n}", "Two variables exchange their values.", "var a = 1, b = 2\nswap(&a, &b)\nprint(a, b)")
        source("func withExtendedLifetime<T, R>(_ value: T, _ body: () throws -> R) rethrows -> R {\n try body()\n}", "Calls the closure.")
        source("func withoutActuallyEscaping<ClosureType, ResultType>(_ closure: ClosureType, do body: (_ escapingClosure: ClosureType) throws -> ResultType) rethrows -> ResultType {\n try body(closure)\n}", "Lets a closure that may not be kept be used for a while where one is wanted that may.", "func all(_ numbers: [Int], _ isFit: (Int) -> Bool) -> Bool {\n withoutActuallyEscaping(isFit) { isFit in numbers.lazy.filter { !isFit($0) }.isEmpty }\n}\nprint(all([1, 2]) { $0 > 0 })")
        declareWaiting()
        declareLayouts()
    }

    private func declareOutput() {
        let write = write
        func joined(_ frame: NativeFunction.Frame, debug: Bool) throws -> String {
            let (elements, count) = HeapObject.array(frame.arguments[0])
            let separator = HeapObject.string(frame.arguments[1])
            var text = ""
            for index in 0..<count {
                if index > 0 { text += separator }
                let (type, slots) = HeapObject.existential(at: elements + index)
                text += try frame.machine.describe(UnsafePointer(slots), type, debug: debug)
            }
            return text + HeapObject.string(frame.arguments[2])
        }
        for (name, debug, documentation) in [("print", false, "Writes values to standard output."), ("debugPrint", true, "Writes values to standard output as literals have them: texts in quotes.")] {
            native("func \(name)(_ items: Any..., separator: String = \" \", terminator: String = \"\\n\")", documentation, "\(name)(\"loss\", 0.5)", NativeFunction(name: name, isInout: [false, false, false]) { frame in
                try write(joined(frame, debug: debug))
            })
            native("func _\(name)(_ item: Any) -> String", "A value as \(name) writes it.", NativeFunction(name: name, isInout: [false]) { frame in
                let (type, slots) = HeapObject.existential(at: frame.arguments)
                try frame.machine.describe(UnsafePointer(slots), type, debug: debug).store(frame.result)
            })
            source("func \(name)<Target: TextOutputStream>(_ items: Any..., separator: String = \" \", terminator: String = \"\\n\", to output: inout Target) {\n var prefix = \"\"\n for item in items {\n  output.write(prefix)\n  output.write(_\(name)(item))\n  prefix = separator\n }\n output.write(terminator)\n}", "Writes values to a stream of one's own, piece by piece.", "struct Lines: TextOutputStream {\n var all: [String] = []\n mutating func write(_ text: String) { all.append(text) }\n}\nvar lines = Lines()\n\(name)(1, 2, to: &lines)\nprint(lines.all)")
            native("func \(name)(_ items: Any..., separator: String = \" \", terminator: String = \"\\n\", to output: inout String)", "Puts values at the end of a text.", "var text = \"\"\n\(name)(1, 2, to: &text)\nprint(text)", NativeFunction(name: name, isInout: [false, false, false, true]) { frame in
                let address = Slots(bitPattern: UInt(frame.arguments[3])).unsafelyUnwrapped
                HeapObject.append(try joined(frame, debug: debug), to: address)
            })
        }
        func dumped(_ frame: NativeFunction.Frame, after place: Int) throws -> String {
            let type = frame.typeArguments[0]
            let layout = type.layout
            let name = try String?.load(frame.arguments + layout.count + place)
            let numbers = frame.arguments + layout.count + place + Type.optional(.string).layout.count
            let text = try Dump(machine: frame.machine, indent: Int.load(numbers), maximumDepth: Int.load(numbers + 1)).text(UnsafePointer(frame.arguments), type, name: name)
            frame.result.update(from: frame.arguments, count: layout.count)
            HeapObject.retain(frame.result, layout)
            return text
        }
        let rest = "name: String? = nil, indent: Int = 0, maxDepth: Int = 9223372036854775807"
        native("@discardableResult func dump<T>(_ value: T, \(rest)) -> T", "Writes a value with its parts, one a line.", "dump([1, 2])", NativeFunction(name: "dump", isInout: [false, false, false, false]) { frame in
            try write(dumped(frame, after: 0))
        })
        native("@discardableResult func dump<T>(_ value: T, to target: inout String, \(rest)) -> T", "Puts a value with its parts at the end of a text.", "var text = \"\"\ndump([1, 2], to: &text)\nprint(text)", NativeFunction(name: "dump", isInout: [false, true, false, false, false]) { frame in
            let address = Slots(bitPattern: UInt(frame.arguments[frame.typeArguments[0].layout.count])).unsafelyUnwrapped
            HeapObject.append(try dumped(frame, after: 1), to: address)
        })
    }

    /// Waiting, which an interrupt ends.
    private func declareWaiting() {
        func wait(_ seconds: Double, _ machine: Machine) throws {
            let end = ContinuousClock.now + .seconds(min(max(seconds, 0), 1e9))
            while ContinuousClock.now < end {
                try machine.checkInterrupt()
                machine.breathe()
                let rest = (end - ContinuousClock.now) / .microseconds(1)
                if rest > 0 { _ = Glibc.usleep(UInt32(min(rest, 10_000))) }
            }
        }
        for (declaration, scale, isDouble) in [("@discardableResult func usleep(_ microseconds: UInt32) -> Int32", 1e-6, false), ("@discardableResult func sleep(_ seconds: UInt32) -> UInt32", 1.0, false)] {
            native(declaration, "Waits.", declaration.contains("usleep") ? "usleep(10)" : "sleep(0)", NativeFunction(name: "sleep", isInout: [false]) { frame in
                try wait((isDouble ? Double.load(frame.arguments) : Double(frame.arguments[0])) * scale, frame.machine)
            })
        }
        table.add(Declaration("class Thread", documentation: "The thread that runs the cell.", example: "Thread.sleep(forTimeInterval: 0.001)", implementation: .type(NominalType(name: "Thread", form: .native))))
        native(on: "Thread", "static func sleep(forTimeInterval seconds: Double)", "Waits so many seconds; an interrupt ends it.", NativeFunction(name: "sleep", isInout: [false]) { frame in
            try wait(Double.load(frame.arguments), frame.machine)
        })
    }

    /// How much memory Swift gives a scalar.
    private func declareLayouts() {
        let layout = NominalType(name: "MemoryLayout", form: .native, genericParameters: [GenericParameter(name: "T")])
        table.add(Declaration("enum MemoryLayout<T>", documentation: "How much memory Swift gives a value.", example: "print(MemoryLayout<Double>.size)", implementation: .type(layout)))
        for name in ["size", "stride", "alignment"] {
            native(on: "MemoryLayout", "static var \(name): Int { get }", "Bytes of a number, Bool or text in a compiled program.", NativeFunction(name: name, isInout: []) { frame in
                let type = frame.typeArguments[0]
                let size: Int
                switch type.nominal?.form {
                case .int, .double: size = 8
                case .float: size = 4
                case .bool: size = 1
                case .fixedInteger(let bits, _): size = bits / 8
                case .string, .character: size = 16
                case .array, .dictionary, .set: size = 8
                default: throw RuntimeFault(.precondition, "the \(name) of '\(type)' is not known here", help: "MemoryLayout tells it of numbers, Bool, texts and collections")
                }
                (name == "alignment" ? min(size, 8) : size).store(frame.result)
            })
        }
    }
}
