extension StandardLibrary {
    /// Key paths as values: a closure that reads, one that says which way it is and, where the path can be written
    /// through, one that writes.
    func declareKeyPaths() {
        let any = Type.make(.existential(table.types["Any"] ?? .int))
        let steps = (name: "_steps", type: Type.function([], .array(.make(.existential(table.types["AnyHashable"] ?? .int)))), isMutable: false)
        func declare(_ name: String, _ generics: [String], _ documentation: String, _ example: String, _ fields: @escaping ([Type]) -> [(name: String, type: Type, isMutable: Bool)]) {
            let type = structure(name, generics, documentation, example, fields)
            type.conduct = .keyPath
            table.conform(name, to: "Hashable")
        }
        declare("KeyPath", ["Root", "Value"], "A way from a value to a part of it.", "let length = \\String.count\nprint(\"abc\"[keyPath: length])") { parameters in
            [("_get", .function([parameters[0]], parameters[1]), false), steps]
        }
        declare("WritableKeyPath", ["Root", "Value"], "A way from a value to a part of it that can be assigned.", "struct P { var x = 1 }\nvar p = P()\np[keyPath: \\.x] = 5\nprint(p.x)") { parameters in
            [("_get", .function([parameters[0]], parameters[1]), false), steps, ("_set", .make(.function(Type.FunctionType(parameters: [Type.Parameter(type: parameters[0], isInout: true), Type.Parameter(type: parameters[1])], result: .void, canThrow: false))), false)]
        }
        declare("ReferenceWritableKeyPath", ["Root", "Value"], "A way from a value to a part of an object, assigned without what holds the object being changed.", "class C { var n = 1 }\nlet c = C()\nlet path: ReferenceWritableKeyPath<C, Int> = \\.n\nc[keyPath: path] = 5\nprint(c.n)") { parameters in
            [("_get", .function([parameters[0]], parameters[1]), false), steps, ("_set", .make(.function(Type.FunctionType(parameters: [Type.Parameter(type: parameters[0], isInout: true), Type.Parameter(type: parameters[1])], result: .void, canThrow: false))), false), ("_isOfObject", .bool, false)]
        }
        let mixed = "struct P { var x = 1; var name = \"a\" }\nlet parts: [PartialKeyPath<P>] = [\\.x, \\.name]\nfor part in parts { print(P()[keyPath: part]) }"
        declare("PartialKeyPath", ["Root"], "A way from a value to a part of it, of whatever type that is.", mixed) { parameters in
            [("_get", .function([parameters[0]], any), false), steps, ("_path", any, false)]
        }
        declare("AnyKeyPath", [], "A way from some value to a part of it.", "struct P { var x = 1 }\nlet path: AnyKeyPath = \\P.x\nprint(path == \\P.x, P()[keyPath: path] ?? \"another type's\")") { _ in
            [("_path", any, false), steps]
        }
        source(on: "KeyPath", "init(_ get: @escaping (Root) -> Value, _ steps: @escaping () -> [AnyHashable]) {\n self._get = get\n self._steps = steps\n}", "By what reads it.")
        source(on: "KeyPath", "func appending<Next>(path: KeyPath<Value, Next>) -> KeyPath<Root, Next> {\n let first = _get\n let second = path._get\n return KeyPath<Root, Next>({ root in second(first(root)) }, _joinedSteps(_steps, path._steps))\n}", "One way after the other.", "let length = (\\[String].[0]).appending(path: \\.count)\nprint([\"abc\"][keyPath: length])")
        source(on: "WritableKeyPath", "init(_ get: @escaping (Root) -> Value, _ steps: @escaping () -> [AnyHashable], _ set: @escaping (inout Root, Value) -> Void) {\n self._get = get\n self._steps = steps\n self._set = set\n}", "By what reads and what writes it.")
        source(on: "ReferenceWritableKeyPath", "init(_ get: @escaping (Root) -> Value, _ steps: @escaping () -> [AnyHashable], _ set: @escaping (inout Root, Value) -> Void) {\n self._get = get\n self._steps = steps\n self._set = set\n self._isOfObject = true\n}", "By what reads and what writes it.")
        source(on: "WritableKeyPath", "func appending<Next>(path: ReferenceWritableKeyPath<Value, Next>) -> ReferenceWritableKeyPath<Root, Next> {\n let first = _get\n let second = path._get\n let outer = _set\n let inner = path._set\n return ReferenceWritableKeyPath<Root, Next>({ root in second(first(root)) }, _joinedSteps(_steps, path._steps), { (root: inout Root, value: Next) in\n  var part = first(root)\n  inner(&part, value)\n  outer(&root, part)\n })\n}", "One way after the other, the second into an object.", "struct Box { var c = C() }\nclass C { var n = 1 }\nlet box = Box()\nbox[keyPath: (\\Box.c).appending(path: \\C.n)] = 3\nprint(box.c.n)")
        source(on: "WritableKeyPath", "func appending<Next>(path: WritableKeyPath<Value, Next>) -> WritableKeyPath<Root, Next> {\n let first = _get\n let second = path._get\n let outer = _set\n let inner = path._set\n return WritableKeyPath<Root, Next>({ root in second(first(root)) }, _joinedSteps(_steps, path._steps), { (root: inout Root, value: Next) in\n  var part = first(root)\n  inner(&part, value)\n  outer(&root, part)\n })\n}", "One way after the other.")
        source(on: "WritableKeyPath", "func appending<Next>(path: KeyPath<Value, Next>) -> KeyPath<Root, Next> {\n let first = _get\n let second = path._get\n return KeyPath<Root, Next>({ root in second(first(root)) }, _joinedSteps(_steps, path._steps))\n}", "One way after the other, the second only to be read.", "struct P { var name = \"abc\" }\nlet length = (\\P.name).appending(path: \\.count)\nprint(P()[keyPath: length])")
        source(on: "ReferenceWritableKeyPath", "func appending<Next>(path: ReferenceWritableKeyPath<Value, Next>) -> ReferenceWritableKeyPath<Root, Next> {\n let first = _get\n let second = path._get\n let outer = _set\n let inner = path._set\n return ReferenceWritableKeyPath<Root, Next>({ root in second(first(root)) }, _joinedSteps(_steps, path._steps), { (root: inout Root, value: Next) in\n  var part = first(root)\n  inner(&part, value)\n  outer(&root, part)\n })\n}", "One way after the other, the second into an object.", "class A { var c = C() }\nclass C { var n = 1 }\nlet a = A()\na[keyPath: (\\A.c).appending(path: \\C.n)] = 3\nprint(a.c.n)")
        source(on: "ReferenceWritableKeyPath", "func appending<Next>(path: WritableKeyPath<Value, Next>) -> ReferenceWritableKeyPath<Root, Next> {\n let first = _get\n let second = path._get\n let outer = _set\n let inner = path._set\n return ReferenceWritableKeyPath<Root, Next>({ root in second(first(root)) }, _joinedSteps(_steps, path._steps), { (root: inout Root, value: Next) in\n  var part = first(root)\n  inner(&part, value)\n  outer(&root, part)\n })\n}", "One way after the other.", "class C { var p = P() }\nstruct P { var x = 1 }\nlet c = C()\nc[keyPath: (\\C.p).appending(path: \\P.x)] = 3\nprint(c.p.x)")
        source(on: "ReferenceWritableKeyPath", "func appending<Next>(path: KeyPath<Value, Next>) -> KeyPath<Root, Next> {\n let first = _get\n let second = path._get\n return KeyPath<Root, Next>({ root in second(first(root)) }, _joinedSteps(_steps, path._steps))\n}", "One way after the other, the second only to be read.", "class P { var name = \"abc\" }\nlet length = (\\P.name).appending(path: \\.count)\nprint(P()[keyPath: length])")
        source(on: "PartialKeyPath", "init(_ get: @escaping (Root) -> Any, _ steps: @escaping () -> [AnyHashable], _ path: Any) {\n self._get = get\n self._steps = steps\n self._path = path\n}", "By what reads it.", mixed)
        source(on: "AnyKeyPath", "init(_ path: Any, _ steps: @escaping () -> [AnyHashable]) {\n self._path = path\n self._steps = steps\n}", "By the path whose types are not known.", "struct P { var x = 1 }\nlet path: AnyKeyPath = \\P.x\nprint(path as? KeyPath<P, Int> == \\P.x)")
        source("func _joinedSteps(_ first: @escaping () -> [AnyHashable], _ second: @escaping () -> [AnyHashable]) -> () -> [AnyHashable] {\n { first() + second().dropFirst() }\n}", "The steps of one way after the other.")
        source("func _readKeyPath<Root, Value>(_ root: Root, _ path: WritableKeyPath<Root, Value>) -> Value {\n path._get(root)\n}", "What a key path leads to.")
        source("func _readObjectKeyPath<Root, Value>(_ root: Root, _ path: ReferenceWritableKeyPath<Root, Value>) -> Value {\n path._get(root)\n}", "What a key path leads to.")
        source("func _writeObjectKeyPath<Root, Value>(_ root: Root, _ path: ReferenceWritableKeyPath<Root, Value>, _ value: Value) {\n var object = root\n path._set(&object, value)\n}", "Assigns through a key path of an object.")
        source("func _writeKeyPath<Root, Value>(_ root: inout Root, _ path: WritableKeyPath<Root, Value>, _ value: Value) {\n path._set(&root, value)\n}", "Assigns through a key path.")
        for kind in ["KeyPath", "WritableKeyPath", "ReferenceWritableKeyPath"] {
            source("func _partial\(kind)<Root, Value>(_ path: \(kind)<Root, Value>) -> PartialKeyPath<Root> {\n let get = path._get\n return PartialKeyPath<Root>({ root in get(root) }, path._steps, path)\n}", "The path without what it leads to.")
        }
        source("func _anyKeyPath<Root>(_ path: PartialKeyPath<Root>) -> AnyKeyPath {\n AnyKeyPath(path, path._steps)\n}", "The path without what it leads from.")
        source("func _readAnyKeyPath<Root>(_ root: Root, _ path: AnyKeyPath) -> Any? {\n guard let path = path._path as? PartialKeyPath<Root> else { return nil }\n let get = path._get\n return get(root)\n}", "What a key path leads to, where it leads from such a value.")
    }
}

extension Conduct {
    /// Key paths are compared and shown by their steps.
    static let keyPath = Conduct(
        describe: { machine, slots, type, _, text in
            try withSteps(machine, slots, type) { steps, stepsType in
                let (elements, count) = HeapObject.array(steps[0])
                var isIndex = false
                for index in 0..<count {
                    let (inner, payload) = HeapObject.existential(at: elements + index)
                    if isIndex {
                        try machine.describe(payload, inner, isNested: true, into: &text)
                        text += "]"
                    } else {
                        let step = try String.load(payload)
                        text += step
                        isIndex = step == "["
                        continue
                    }
                    isIndex = false
                }
            }
        },
        equal: { machine, left, right, type in
            try withSteps(machine, left, type) { a, stepsType in
                try withSteps(machine, right, type) { b, _ in try machine.equal(a, b, stepsType) }
            }
        },
        hash: { machine, slots, type, hasher in
            var copy = hasher
            try withSteps(machine, slots, type) { steps, stepsType in try machine.hash(steps, stepsType, into: &copy) }
            hasher = copy
        })

    /// Asks a key path for its steps.
    private static func withSteps<Result>(
        _ machine: Machine, _ slots: UnsafePointer<UInt64>, _ type: Type,
        _ body: (UnsafePointer<UInt64>, Type) throws -> Result
    ) throws -> Result {
        guard let index = type.fields.firstIndex(where: { $0.name == "_steps" }), let result = type.fields[index].type.function?.result else {
            throw RuntimeFault(.internal, "a key path without steps")
        }
        var steps: [UInt64] = [0, 0]
        return try steps.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { throw RuntimeFault(.internal, "no memory for a key path's steps") }
            try machine.call(slots[index], arguments: slots, argumentCount: 0, result: base, resultCount: 1)
            defer { HeapObject.release(base, result.layout) }
            return try body(base, result)
        }
    }
}
