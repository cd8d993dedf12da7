var stack: [Int] = [1]
func pop() -> Int {
    assert(!stack.isEmpty, "the stack is empty") // traps: the stack is empty
    return stack.removeLast()
}
print(pop())
print(pop())
