func size<S: Sequence>(_ s: S) -> Int {
    s.count // rejected: 
}
print(size([1, 2]))
