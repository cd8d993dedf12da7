enum E { case a = 1 } // rejected: enum case cannot have a raw value if the enum does not have a raw type
