func ping(_ n: Int) -> Int { pong(n + 1) + n } // traps: recursion
func pong(_ n: Int) -> Int { ping(n + 1) + n }
print("start")
print(ping(1))
