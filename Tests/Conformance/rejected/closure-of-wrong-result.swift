struct A: Equatable { var f: () -> Void } // rejected: type 'A' does not conform to protocol 'Equatable'
