let n = 3
if n > 2 { continue } // rejected: 'continue' is only allowed inside a loop
