struct S { static func make() {} }
S().make() // rejected: static member 'make' cannot be used on instance of type 'S'
