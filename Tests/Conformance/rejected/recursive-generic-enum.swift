enum Tree<T> { case leaf, node(Tree<T>, T, Tree<T>) } // rejected: recursive enum 'Tree<T>' is not marked 'indirect'
