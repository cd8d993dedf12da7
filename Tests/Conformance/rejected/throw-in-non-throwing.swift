enum Failure: Error { case bad }
func check(_ n: Int) {
    if n < 0 { throw Failure.bad } // rejected: error is not handled because the enclosing function is not declared 'throws'
    print(n)
}
