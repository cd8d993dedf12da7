/// What names from Python and other languages are called here.
package enum ForeignNames {
    /// What to write instead of a name nobody has declared, as a phrase for a diagnostic's help; nil when it is not a known one.
    ///
    /// To be asked only after the name has not been found: a program may well have a variable `len`.
    package static func hint(forUnknownName name: String) -> String? {
        if let module = module(name) { return module }
        return names[name]
    }

    /// What stands in for a Python module.
    static func module(_ name: String) -> String? {
        let root = name.split(separator: ".").first.map(String.init) ?? name
        switch root {
        case "numpy", "np", "torch", "tensorflow", "tf", "jax", "jnp", "mlx", "mx":
            return
                "what '\(root)' is used for, 'Tensor' does here: 'Tensor.zeros(2, 3)', 'x.mean()'"
        case "keras", "nn":
            return "layers need no import: 'Sequential { Dense(10) }'"
        case "matplotlib", "pyplot", "seaborn", "sns":
            return "'plt' is there without an import: 'plt.plot(x, y)'"
        case "pandas", "pd":
            return "'DataFrame' is there without an import"
        case "sklearn":
            return "models and data sets are there without an import"
        case "math", "cmath":
            return
                "'sqrt', 'exp', 'sin' and the others are there without an import; 'pi' is 'Double.pi'"
        case "random":
            return "write 'Double.random(in: 0..<1)', 'Int.random(in: 0..<n)' or 'xs.shuffled()'"
        case "time":
            return "write '%time' at the cell's beginning, or use 'ContinuousClock()'"
        default:
            return nil
        }
    }

    private static let names: [String: String] = [
        "Float16": "'Float16' is not supported: 'Float' has 32 bits",
        "None": "'None' is written 'nil' in Swift",
        "null": "'null' is written 'nil' in Swift",
        "NULL": "'NULL' is written 'nil' in Swift",
        "nullptr": "'nullptr' is written 'nil' in Swift",
        "undefined": "'undefined' is written 'nil' in Swift",
        "True": "'True' is written 'true' in Swift",
        "TRUE": "'TRUE' is written 'true' in Swift",
        "False": "'False' is written 'false' in Swift",
        "FALSE": "'FALSE' is written 'false' in Swift",
        "this": "'this' is written 'self' in Swift",
        "range":
            "write '0..<n' for 'range(n)', 'stride(from: a, to: b, by: c)' for 'range(a, b, c)'",
        "xrange": "write '0..<n' for 'xrange(n)'",
        "len": "write 'x.count' for 'len(x)'",
        "pass": "an empty block '{ }' needs no 'pass'",
        "enumerate": "write 'xs.enumerated()' for 'enumerate(xs)'",
        "sorted": "write 'xs.sorted()' for 'sorted(xs)'",
        "reversed": "write 'xs.reversed()' for 'reversed(xs)'",
        "sum": "write 'xs.reduce(0, +)' for an array, 'x.sum()' for a tensor",
        "map": "write 'xs.map { x in … }' for 'map(f, xs)'",
        "filter": "write 'xs.filter { x in … }' for 'filter(f, xs)'",
        "reduce": "write 'xs.reduce(0, +)' for 'reduce(f, xs)'",
        "any": "write 'xs.contains { x in … }' for 'any(…)'",
        "all": "write 'xs.allSatisfy { x in … }' for 'all(…)'",
        "list": "write 'Array(xs)' for 'list(xs)'",
        "tuple": "a tuple is written '(a, b)'",
        "dict": "a dictionary is written '[key: value]', an empty one '[String: Int]()'",
        "set": "write 'Set(xs)' for 'set(xs)'",
        "str": "write 'String(x)' for 'str(x)'",
        "string": "the type of text is 'String'",
        "int": "write 'Int(x)' for 'int(x)'; the type is 'Int'",
        "long": "the type of whole numbers is 'Int'",
        "integer": "the type of whole numbers is 'Int'",
        "Integer": "the type of whole numbers is 'Int'",
        "float": "write 'Double(x)' for 'float(x)'; the type is 'Double' or 'Float'",
        "double": "the type of decimal numbers is 'Double'",
        "bool": "the type of 'true' and 'false' is 'Bool'",
        "boolean": "the type of 'true' and 'false' is 'Bool'",
        "Boolean": "the type of 'true' and 'false' is 'Bool'",
        "char": "the type of one character is 'Character'",
        "input": "write 'readLine()' for 'input()'",
        "type": "write 'type(of: x)' for 'type(x)'",
        "isinstance": "write 'x is T' for 'isinstance(x, T)'",
        "round": "write 'x.rounded()' for 'round(x)'",
        "ord": "write 'character.unicodeScalars.first!.value' for 'ord(character)'",
        "println": "write 'print(x)'",
        "printf":
            "write 'print(\"\\(x)\")', with 'specifier:' for decimals: '\\(x, specifier: \"%.2f\")'",
        "console": "write 'print(x)' for 'console.log(x)'",
        "exit": "a cell ends with its last line; the session goes on",
        "quit": "a cell ends with its last line; the session goes on",
        "Exception": "declare an 'enum' or 'struct' that conforms to 'Error' and 'throw' it",
        "ValueError": "declare an 'enum' or 'struct' that conforms to 'Error' and 'throw' it",
        "TypeError": "declare an 'enum' or 'struct' that conforms to 'Error' and 'throw' it",
        "new": "an object is made by its type's name: 'Dense(10)', without 'new'",
        "open": "files are read with the readers of the library",
        "not": "'not' is written '!' in Swift",
        "lambda": "a closure is written '{ x in … }'",
    ]
}
