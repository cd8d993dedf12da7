func all(_ a: [Int], _ p: (Int) -> Bool) -> Bool {
    return withoutActuallyEscaping(p) { e in
        a.lazy.filter { !e($0) }.isEmpty
    }
}
print(all([1, 2], { $0 > 0 }))
