static let x = 5 // rejected: static properties may only be declared on a type
