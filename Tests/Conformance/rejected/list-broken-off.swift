func double(_ x: Int) -> Int { x * 2 }
let twice = double(2 // rejected: expected ','
print(twice)
