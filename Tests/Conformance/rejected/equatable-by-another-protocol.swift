protocol Shape: Hashable { var area: Double { get } }
struct Blob: Shape { // rejected: type 'Blob' does not conform to protocol
    var area = 1.0
    var draw: () -> Void = {}
}
