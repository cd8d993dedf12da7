class A { func f() {} }
class B: A { func f() {} } // rejected: overriding declaration requires an 'override' keyword
