enum E: Error { case a }
func f() throws(E) { throw MyOther.x } // rejected: thrown expression type 'MyOther' cannot be converted to error type 'E'
enum MyOther: Error { case x }
