enum E: Int { case a = 1, b = 1 } // rejected: raw value for enum case is not unique
