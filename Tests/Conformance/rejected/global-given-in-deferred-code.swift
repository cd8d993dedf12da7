var n: Int
do {
    defer { n = 3 }
    print("in")
}
print(n)  // rejected: variable 'n' used before being initialized
