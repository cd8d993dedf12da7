extension StandardLibrary {
    /// Key paths as values: a closure that reads and, where the path can be written through, one that writes.
    func declareKeyPaths() {
        _ = structure("KeyPath", ["Root", "Value"], "A way from a value to a part of it.", "let length = \\String.count\nprint(\"abc\"[keyPath: length])") { parameters in
            [("_get", .function([parameters[0]], parameters[1]), false)]
        }
        _ = structure("WritableKeyPath", ["Root", "Value"], "A way from a value to a part of it that can be assigned.", "struct P { var x = 1 }\nvar p = P()\np[keyPath: \\.x] = 5\nprint(p.x)") { parameters in
            [("_get", .function([parameters[0]], parameters[1]), false), ("_set", .make(.function(Type.FunctionType(parameters: [Type.Parameter(type: parameters[0], isInout: true), Type.Parameter(type: parameters[1])], result: .void, canThrow: false))), false)]
        }
        source("func _readKeyPath<Root, Value>(_ root: Root, _ path: WritableKeyPath<Root, Value>) -> Value {\n path._get(root)\n}", "What a key path leads to.")
        source("func _writeObjectKeyPath<Root, Value>(_ root: Root, _ path: WritableKeyPath<Root, Value>, _ value: Value) {\n var object = root\n path._set(&object, value)\n}", "Assigns through a key path of an object.")
        source("func _writeKeyPath<Root, Value>(_ root: inout Root, _ path: WritableKeyPath<Root, Value>, _ value: Value) {\n path._set(&root, value)\n}", "Assigns through a key path.")
    }
}
