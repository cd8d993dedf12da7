typealias X = Undefined // rejected: cannot find type 'Undefined' in scope
