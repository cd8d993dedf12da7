let isNumber = true
let value = if isNumber {
    1 // rejected: branches have mismatching types 'Int' and 'String'
} else {
    "one"
}
