protocol Shape { var area: Double { get } }
struct Square: Shape { var area = 4.0 }
struct AnyShape: Shape { let area: Double; init<S: Shape>(_ s: S) { area = s.area } }
let shapes: [any Shape] = [Square()]
print(shapes.map { AnyShape($0).area })
print(shapes.map(AnyShape.init).count) // rejected: type 'any Shape' cannot conform to 'Shape'
