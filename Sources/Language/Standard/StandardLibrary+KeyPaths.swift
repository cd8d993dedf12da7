extension StandardLibrary {
    /// Key paths as values: a closure that reads and, where the path can be written through, one that writes.
    func declareKeyPaths() {
        _ = structure("KeyPath", ["Root", "Value"], "A way from a value to a part of it.", "let length = \\String.count\nprint(\"abc\"[keyPath: length])") { parameters in
            [("_get", .function([parameters[0]], parameters[1]), false)]
        }
        _ = structure("WritableKeyPath", ["Root", "Value"], "A way from a value to a part of it that can be assigned.", "struct P { var x = 1 }\nvar p = P()\np[keyPath: \\.x] = 5\nprint(p.x)") { parameters in
            [("_get", .function([parameters[0]], parameters[1]), false), ("_set", .make(.function(Type.FunctionType(parameters: [Type.Parameter(type: parameters[0], isInout: true), Type.Parameter(type: parameters[1])], result: .void, canThrow: false))), false)]
        }
        // Of an object's part, which is assigned without the variable that holds the object being changed.
        table.aliases["ReferenceWritableKeyPath"] = "WritableKeyPath"
        source(on: "KeyPath", "init(_ get: @escaping (Root) -> Value) {\n self._get = get\n}", "By what reads it.")
        source(on: "KeyPath", "func appending<Next>(path: KeyPath<Value, Next>) -> KeyPath<Root, Next> {\n let first = _get\n let second = path._get\n return KeyPath<Root, Next>({ root in second(first(root)) })\n}", "One way after the other.", "let length = (\\[String].[0]).appending(path: \\.count)\nprint([\"abc\"][keyPath: length])")
        source(on: "WritableKeyPath", "init(_ get: @escaping (Root) -> Value, _ set: @escaping (inout Root, Value) -> Void) {\n self._get = get\n self._set = set\n}", "By what reads and what writes it.")
        source(on: "WritableKeyPath", "func appending<Next>(path: WritableKeyPath<Value, Next>) -> WritableKeyPath<Root, Next> {\n let first = _get\n let second = path._get\n let outer = _set\n let inner = path._set\n return WritableKeyPath<Root, Next>({ root in second(first(root)) }, { (root: inout Root, value: Next) in\n  var part = first(root)\n  inner(&part, value)\n  outer(&root, part)\n })\n}", "One way after the other.")
        source(on: "WritableKeyPath", "func appending<Next>(path: KeyPath<Value, Next>) -> KeyPath<Root, Next> {\n let first = _get\n let second = path._get\n return KeyPath<Root, Next>({ root in second(first(root)) })\n}", "One way after the other, the second only to be read.", "struct P { var name = \"abc\" }\nlet length = (\\P.name).appending(path: \\.count)\nprint(P()[keyPath: length])")
        source("func _readKeyPath<Root, Value>(_ root: Root, _ path: WritableKeyPath<Root, Value>) -> Value {\n path._get(root)\n}", "What a key path leads to.")
        source("func _writeObjectKeyPath<Root, Value>(_ root: Root, _ path: WritableKeyPath<Root, Value>, _ value: Value) {\n var object = root\n path._set(&object, value)\n}", "Assigns through a key path of an object.")
        source("func _writeKeyPath<Root, Value>(_ root: inout Root, _ path: WritableKeyPath<Root, Value>, _ value: Value) {\n path._set(&root, value)\n}", "Assigns through a key path.")
    }
}
