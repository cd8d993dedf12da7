enum Instruction: Equatable { case push(Int), add, multiply, subtract, duplicate, jump(Int), jumpIfZero(Int), load(String), store(String), show, halt }
enum Fault: Error { case underflow(at: Int), unknown(String), noSuchVariable(String) }
struct Machine {
    private var stack: [Int] = [], variables: [String: Int] = [:], output: [String] = []
    private var pc = 0
    private mutating func pop() throws(Fault) -> Int { guard let v = stack.popLast() else { throw .underflow(at: pc) }; return v }
    mutating func run(_ program: [Instruction]) throws -> [String] {
        (stack, variables, output, pc) = ([], [:], [], 0)
        loop: while program.indices.contains(pc) {
            let instruction = program[pc]
            switch instruction {
            case .push(let n): stack.append(n)
            case .add, .multiply, .subtract:
                let b = try pop(), a = try pop()
                stack.append(instruction == .add ? a + b : instruction == .multiply ? a * b : a - b)
            case .duplicate: let v = try pop(); stack += [v, v]
            case .jump(let to): pc = to; continue loop
            case .jumpIfZero(let to): if try pop() == 0 { pc = to; continue loop }
            case .load(let name):
                guard let v = variables[name] else { throw Fault.noSuchVariable(name) }
                stack.append(v)
            case .store(let name): variables[name] = try pop()
            case .show: output.append("\(try pop())")
            case .halt: break loop
            }
            pc += 1
        }
        return output
    }
}
func assemble(_ text: String) throws -> [Instruction] {
    try text.split(separator: "\n").map { line in
        let p = line.split(separator: " ").map(String.init)
        switch (p[0], p.count > 1 ? p[1] : nil) {
        case ("push", let n?): return .push(Int(n)!)
        case ("add", nil): return .add
        case ("mul", nil): return .multiply
        case ("sub", nil): return .subtract
        case ("dup", nil): return .duplicate
        case ("jz", let n?): return .jumpIfZero(Int(n)!)
        case ("jmp", let n?): return .jump(Int(n)!)
        case ("get", let v?): return .load(v)
        case ("set", let v?): return .store(v)
        case ("show", nil): return .show
        default: throw Fault.unknown(String(line))
        }
    }
}
let factorial = "push 1\nset r\npush 5\nset n\nget n\njz 15\nget r\nget n\nmul\nset r\nget n\npush 1\nsub\nset n\njmp 4\nget r\nshow"
var machine = Machine()
for source in [factorial, "push 2\nadd", "get x", "push 1\nfly 3"] {
    do { print(try machine.run(assemble(source))) } catch Fault.underflow(let at) { print("underflow at", at) } catch { print("error:", error) }
}
