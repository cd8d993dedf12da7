var total = Int.max - 2
for i in 1...5 {
    print("adding", i)
    total += i // traps: overflow
}
print(total)
