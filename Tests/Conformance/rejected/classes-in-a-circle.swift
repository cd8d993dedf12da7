class A: B {}  // rejected: 'A' inherits from itself
class B: A {}
