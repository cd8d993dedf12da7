enum E { case a }
print(E.a == 1) // rejected: referencing operator function; BinaryInteger
