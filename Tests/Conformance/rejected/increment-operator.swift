var x = 1; let y = x++ // rejected: cannot find operator '++' in scope
