struct S { var x: Int { get { 1 } set } } // rejected: expected '{' to start setter definition
