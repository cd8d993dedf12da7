func f(_ x: some Collection<Int>) -> Int {
    return x[0] // rejected: cannot convert value of type; Int; Index
}
print(f([1]))
