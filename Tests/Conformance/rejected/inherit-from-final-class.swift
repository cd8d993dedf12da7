final class A {}
class B: A {} // rejected: inheritance from a final class 'A'
