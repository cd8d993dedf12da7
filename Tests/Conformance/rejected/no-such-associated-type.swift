func length<S: Sequence>(_ s: S) -> Int where S.Elementary == Int { 0 } // rejected: is not a member type of type
print(length([1]))
