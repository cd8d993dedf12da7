let outcome: Result<Int, String> = .success(1)  // rejected: does not conform to protocol 'Error'
print(outcome)
