var kept: [() -> Void] = []
func keep(_ f: @escaping () -> Void) { kept.append(f) }
func count(_ n: inout Int) {
    func step() { n += 1 }
    step()
    keep(step)  // rejected: 'inout'
}
print("never")
