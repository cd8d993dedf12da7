func double<Number: Numeric>(_ x: Number) -> Number { x * 2 }
func half<Number: Numeric>(_ x: Number) -> Number {
    x / 2 // rejected: binary operator '/' cannot be applied to operands of type 'Number' and 'Int'
}
