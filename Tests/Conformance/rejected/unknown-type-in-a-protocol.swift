protocol Maker { func make(_ s: Int) -> Missing } // rejected: cannot find type 'Missing' in scope
