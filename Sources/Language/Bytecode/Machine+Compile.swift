extension Machine {
    /// Compiles functions, and those they call that are not compiled yet.
    package func compile(_ functions: [Function]) {
        for function in functions { _ = compile(function, isMain: false, again: true) }
    }

    /// A function's code, made when it is not there yet.
    func compile(_ function: Function, isMain: Bool, again: Bool = false) -> CompiledFunction {
        let compiled = reference(function)
        if compiled.isCompiled(for: function), !again, !isMain { return compiled }
        var pending = [function]
        var isFirst = true
        while let next = pending.popLast() {
            let target = reference(next)
            if target.isCompiled(for: next), !isFirst { continue }
            pending += FunctionCompiler.compile(
                next, into: target, machine: self, isMain: isMain && isFirst)
            isFirst = false
        }
        return compiled
    }

    /// Where a function's code is or will be.
    func reference(_ function: Function) -> CompiledFunction {
        if let compiled = function.code.compiled as? CompiledFunction, compiled.table === table {
            return compiled
        }
        let compiled = CompiledFunction(table: table)
        function.code.compiled = compiled
        return compiled
    }
}
