protocol Shape { var area: Double { get }; func name() -> String }
struct Square: Shape { // rejected: type 'Square' does not conform to protocol 'Shape'
    var side = 1.0
    var area: Double { side * side }
}
