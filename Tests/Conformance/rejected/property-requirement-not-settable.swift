protocol P { var x: Int { get set } }
struct S: P { let x = 1 } // rejected: type 'S' does not conform to protocol 'P'
