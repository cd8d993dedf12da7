struct Circle {
    static let factor = 3.0
    var radius: Double
    var area: Double {
        factor * radius * radius // rejected: static member 'factor' cannot be used on instance of type 'Circle'
    }
}
