let u: UInt8 = 300 // rejected: integer literal '300' overflows when stored into 'UInt8'
