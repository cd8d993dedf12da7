let value = 1
do {
    let value = 2
    print(value)
    do {
        let value = "inner"
        print(value)
    }
    print(value)
}
print(value)
func show(value: Int) {
    print(value)
    let value = value * 10
    print(value)
    if value > 10 {
        let value = -value
        print(value)
    }
    for value in 0..<2 { print(value, terminator: " ") }
    print(value)
}
show(value: 5)
let maybe: Int? = 7
if let maybe { print(maybe + 1) }
print(maybe as Any)
func outer() -> Int {
    var count = 0
    func inner() { count += 1 }
    inner(); inner()
    let again = { count *= 10 }
    again()
    return count
}
print(outer())
let numbers = [1, 2, 3].map { value in value * 2 }
print(numbers, value)
