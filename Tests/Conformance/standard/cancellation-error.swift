do { throw CancellationError() } catch is CancellationError { print("c") }
let e: Error = CancellationError()
print(e)
