func share(_ sweets: Int, among children: Int) -> Int {
    sweets / children // traps: division by zero
}
for n in [3, 2, 1, 0] { print(share(12, among: n)) }
