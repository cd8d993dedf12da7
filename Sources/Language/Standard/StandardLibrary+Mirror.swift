/// `Mirror`: what a value is made of, for a cell to look at.
extension StandardLibrary {
    func declareMirror() {
        let example = "struct Point { var x = 1, y = 2 }\nfor (label, value) in Mirror(reflecting: Point()).children { print(label ?? \"-\", value) }"
        let names = ["struct", "class", "enum", "tuple", "optional", "collection", "dictionary", "set"]
        enumeration("Mirror.DisplayStyle", names, "What kind of value a mirror shows.", "print(Mirror(reflecting: [1]).displayStyle == .collection)")

        let any = table.types["Any"].map { Type.make(.existential($0)) } ?? .error
        // The class whose stored properties are shown: so many above the object's own.
        let mirror = structure("Mirror", [], "What a value is made of: the stored properties of a struct or an object, the elements of a tuple or a collection, what an enum's case carries.", example) { _ in
            [("_subject", any, false), ("_layer", .int, false)]
        }
        mirror.conduct = Conduct(describe: { _, slots, _, _, text in
            let (_, type) = shown(slots)
            text += "Mirror for \(type.shortDescription)"
        })
        let owner = "Mirror"
        source(on: owner, "init(reflecting subject: Any) {\n self._subject = subject\n self._layer = 0\n}", "Looks at a value.", example)
        source(on: owner, "init(_subject subject: Any, _ layer: Int) {\n self._subject = subject\n self._layer = layer\n}", "Looks at the part of an object that a class above declares.")
        source(on: owner, "var children: AnyCollection<(label: String?, value: Any)> {\n AnyCollection(_children)\n}", "The parts, with what they are called; elements of collections are not called anything.", example)
        source(on: owner, "var displayStyle: Mirror.DisplayStyle? {\n switch _style {\n" + names.enumerated().map { " case \($0): return .\($1)\n" }.joined() + " default: return nil\n }\n}", "What kind of value it is; nil for numbers, texts and functions.", "print(Mirror(reflecting: (1, 2)).displayStyle == .tuple)")
        source(on: owner, "var superclassMirror: Mirror? {\n _isBelow ? Mirror(_subject: _subject, _layer + 1) : nil\n}", "What the class above declares; nil where there is none.", "class A { var x = 1 }\nclass B: A { var y = 2 }\nprint(Mirror(reflecting: B()).superclassMirror?.children.count ?? 0)")
        source(on: owner, "var description: String {\n \"\\(self)\"\n}", "What it looks at.", "print(Mirror(reflecting: [1]).description)")
        table.add(Declaration("protocol MirrorPath", documentation: "What a part of a value is found by: its name or its position.", example: "let way: [any MirrorPath] = [\"inner\", 0]\nprint(way.count)", implementation: .type(NominalType(name: "MirrorPath", form: .protocolType))))
        for type in ["Int", "String"] { table.conform(type, to: "MirrorPath") }
        source(on: owner, "func descendant(_ first: any MirrorPath, _ rest: any MirrorPath...) -> Any? {\n var value = _subject\n for step in [first] + rest {\n  let parts = Mirror(reflecting: value)._children\n  if let name = step as? String {\n   guard let part = parts.first(where: { $0.label == name }) else { return nil }\n   value = part.value\n  } else if let position = step as? Int {\n   guard position >= 0, position < parts.count else { return nil }\n   value = parts[position].value\n  }\n }\n return value\n}", "The part behind several names or positions, one inside the other; nil where there is none.", "struct Inner { let n = 3 }\nstruct Outer { let inner = [Inner()] }\nprint(Mirror(reflecting: Outer()).descendant(\"inner\", 0, \"n\") ?? 0)")
        let child = "(label: String?, value: Any)"
        table.conform("Mirror", to: "CustomStringConvertible", types: ["Child": child, "Children": "AnyCollection<\(child)>"])
        declareMirrorParts(any)
    }

    private func declareMirrorParts(_ any: Type) {
        let element = Type.make(.tuple([Type.TupleElement(label: "label", type: .optional(.string)), Type.TupleElement(label: "value", type: any)]))
        native(on: "Mirror", "var subjectType: Any.Type { get }", "The value's type.", "print(Mirror(reflecting: 1.5).subjectType)", NativeFunction(name: "subjectType", isInout: [false]) { frame in
            frame.result[0] = UInt64(UInt(bitPattern: Unmanaged.passUnretained(shown(frame.arguments).type).toOpaque()))
        })
        native(on: "Mirror", "var _style: Int { get }", "A number for what kind of value it is.", NativeFunction(name: "displayStyle", isInout: [false]) { frame in
            let (slots, type) = shown(frame.arguments)
            (ReflectedParts(slots, type).style?.rawValue ?? -1).store(frame.result)
        })
        native(on: "Mirror", "var _isBelow: Bool { get }", "Whether there is a class above.", NativeFunction(name: "superclassMirror", isInout: [false]) { frame in
            (shown(frame.arguments).type.superclass != nil).store(frame.result)
        })
        native(on: "Mirror", "var _children: [(label: String?, value: Any)] { get }", "The parts as an array.", NativeFunction(name: "children", isInout: [false]) { frame in
            let (slots, type) = shown(frame.arguments)
            let parts = ReflectedParts(slots, type)
            let array = HeapObject.makeArray(capacity: parts.count, layout: LayoutTable.descriptor(element.layout))
            frame.result[0] = HeapObject.reference(array)
            let stride = element.layout.count
            try parts.forEach { label, type, slots in
                let target = HeapObject.elements(array) + HeapObject.count(array) * stride
                label.store(target)
                HeapObject.retain(slots, type.layout)
                target[stride - 1] = HeapObject.makeExistential(type, taking: slots)
                array[3] += 1
            }
        })
    }
}

/// What a mirror's slots show: the value in its box, and the class whose stored properties are meant.
private func shown(_ mirror: UnsafePointer<UInt64>) -> (slots: UnsafePointer<UInt64>, type: Type) {
    var (type, slots) = HeapObject.existential(at: mirror)
    while case .existential = type.kind, slots[0] != 0 { (type, slots) = HeapObject.existential(at: slots) }
    for _ in 0..<Int.load(mirror + 1) { type = type.superclass ?? type }
    return (slots, type)
}
