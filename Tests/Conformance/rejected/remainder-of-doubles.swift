let n = 5.0 % 2.0 // rejected: '%' is unavailable: For floating point numbers use truncatingRemainder instead
