class A: B { var x = 1 }
class B: C {}  // rejected: 'B' inherits from itself
class C: B {}
class D: A {}
print(1)
