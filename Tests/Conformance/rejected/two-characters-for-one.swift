let c: Character = "ab" // rejected: cannot convert value of type 'String' to specified type 'Character'
