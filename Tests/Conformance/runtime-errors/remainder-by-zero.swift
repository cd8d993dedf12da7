let values = [10, 3, 0]
var result = 100
for v in values {
    result = result % v // traps: zero
    print(result)
}
