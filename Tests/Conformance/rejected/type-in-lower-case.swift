func fact(_ n: int) -> Int { n } // rejected: cannot find type 'int' in scope
