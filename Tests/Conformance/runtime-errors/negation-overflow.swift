func opposite(_ n: Int) -> Int { -n } // traps: overflow
print(opposite(5), opposite(Int.max), opposite(0))
print(opposite(.min))
