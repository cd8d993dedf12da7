do { print(1) } catch { print(2) }
let y: Int = true // rejected: cannot convert value of type 'Bool' to specified type 'Int'
