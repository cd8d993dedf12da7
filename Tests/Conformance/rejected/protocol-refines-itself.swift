protocol A: A {} // rejected: refines itself
struct S: A {}
print(S())
