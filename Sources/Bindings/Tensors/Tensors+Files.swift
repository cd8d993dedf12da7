internal import Language
internal import Tensors

/// Files of several arrays.
func declareArrayFiles(_ table: DeclarationTable) {
    let free = Binder(table)
    let write = "try saveArrays([\"weight\": Tensor([1.0, 2]), \"bias\": Tensor([0.5])], to: \"example.npz\")\n"
    free("func namedArrays(_ path: String) throws -> [(name: String, tensor: Tensor)]", "The arrays of a .npz or .safetensors file with their names, in the file's order.", write + "for (name, array) in try namedArrays(\"example.npz\") { print(name, array) }") { (path: String) throws -> [CellTuple<String, Tensor>] in
        try Checked.loadArrays(path).map { CellTuple($0.name, $0.tensor) }
    }
    free("func saveArrays(_ arrays: [(String, Tensor)], to path: String) throws", "Writes arrays by name to a .npz or .safetensors file, in this order.", "try saveArrays([(\"a\", Tensor([1, 2]))], to: \"example.safetensors\")") { (arrays: [CellTuple<String, Tensor>], path: String) throws in
        try Checked.saveArrays(arrays.map { (name: $0.elements.0, tensor: $0.elements.1) }, to: path)
    }
    free.source("func loadArrays(_ path: String) throws -> [String: Tensor] {\n var arrays: [String: Tensor] = [:]\n for (name, tensor) in try namedArrays(path) { arrays[name] = tensor }\n return arrays\n}", "The arrays of a .npz or .safetensors file by name; half-precision numbers become float32.", write + "print(try loadArrays(\"example.npz\")[\"weight\"]!)")
    free.source("func saveArrays(_ arrays: [String: Tensor], to path: String) throws {\n var named: [(String, Tensor)] = []\n for name in arrays.keys.sorted() { named.append((name, arrays[name]!)) }\n try saveArrays(named, to: path)\n}", "Writes arrays by name to a .npz or .safetensors file, in the order of their names.", write + "print(try loadArrays(\"example.npz\").count)")
}
