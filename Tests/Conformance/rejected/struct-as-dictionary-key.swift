struct K {}
let d: [K: Int] = [:] // rejected: type 'K' does not conform to protocol 'Hashable'
