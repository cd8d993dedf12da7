let n: Int
do {
    defer { n = 3 }  // rejected: cannot assign to value: 'n' is a 'let' constant
    print("in")
}
print(n)
